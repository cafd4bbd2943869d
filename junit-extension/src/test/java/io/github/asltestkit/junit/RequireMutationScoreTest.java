package io.github.asltestkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.inspection.ExecutionInspection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** What a class is told of the mutants that its tests do not notice, whatever kind of tests it has. */
class RequireMutationScoreTest {
    private static final String MUTANTS = "@RequireMutationScore";

    private static List<String> path(StateMachineHarness harness, int n) {
        Execution execution = harness.run("{\"n\": " + n + "}");
        assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        return ExecutionInspection.of(execution.history(), execution.definition(), execution.dataFlow())
                .path();
    }

    // ---- one class ---------------------------------------------------------------------------------------------

    @RequireMutationScore(80)
    @StateMachineTest("/mutate.asl.json")
    static class AssertsThePath {
        @Test
        void large(StateMachineHarness harness) {
            harness.mockLambda("f").fails("Busy", "later").thenReturns("{}");
            assertThat(path(harness, 11)).containsExactly("Call", "Size?", "Large");
        }

        @Test
        void small(StateMachineHarness harness) {
            harness.mockLambda("f").returns("{}");
            assertThat(path(harness, 1)).containsExactly("Call", "Size?", "Small");
        }
    }

    @Test
    void a_class_that_notices_less_fails_and_names_what_nobody_noticed() {
        assertThat(Runs.failureOf(AssertsThePath.class)).isEqualTo("""
                The tests notice 46.1 % of the mutants of mutate.asl.json, less than 80 %.

                  noticed: 6 of 13
                   wanted: 11 of 13, by @RequireMutationScore of RequireMutationScoreTest.AssertsThePath

                  nobody noticed:
                    mutate.asl.json:9:9  Call: drop field Payload
                    mutate.asl.json:9:22  Call: drop field Payload.n
                    mutate.asl.json:12:59  Call: MaxAttempts 2 instead of 1 in Retry[0]
                    mutate.asl.json:12:17  Call: IntervalSeconds 2 instead of 1 in Retry[0]
                    mutate.asl.json:12:17  Call: JitterStrategy FULL instead of NONE in Retry[0]
                    mutate.asl.json:17:40  Size?: NumericGreaterThanEquals instead of NumericGreaterThan in Choices[0]
                    mutate.asl.json:21:43  Small: Seconds 10 instead of 5

                Assert what is named above, name equal mutants in @IgnoreMutants, or ask for less.""");
    }

    @Test
    void a_test_that_is_run_alone_is_not_judged() {
        EngineExecutionResults results = EngineTestKit.engine("junit-jupiter")
                .configurationParameter("asl.testkit.report.enabled", "false")
                .selectors(selectMethod(AssertsThePath.class, "small", StateMachineHarness.class.getName()))
                .execute();

        assertThat(Runs.failures(results)).isEmpty();
        assertThat(Runs.reported(results, MUTANTS)).containsExactly("not judged: 1 of its tests were not run");
    }

    // ---- every kind of test ------------------------------------------------------------------------------------

    private static void large(StateMachineHarness harness, int n) {
        harness.mockLambda("f").fails("Busy", "later").thenReturns("{}");
        assertThat(path(harness, n)).containsExactly("Call", "Size?", "Large");
    }

    private static void small(StateMachineHarness harness) {
        harness.mockLambda("f").returns("{}");
        assertThat(path(harness, 1)).containsExactly("Call", "Size?", "Small");
    }

    @RequireMutationScore(40)
    @StateMachineTest("/mutate.asl.json")
    static class Plain {
        @Test
        void isLarge(StateMachineHarness harness) {
            large(harness, 11);
        }

        @RepeatedTest(2)
        void isSmall(StateMachineHarness harness) {
            small(harness);
        }
    }

    @RequireMutationScore(40)
    @StateMachineTest("/mutate.asl.json")
    static class WithNested {
        @Nested
        class Large {
            @Test
            void isLarge(StateMachineHarness harness) {
                large(harness, 11);
            }
        }

        @Nested
        class Small {
            @Nested
            class Smaller {
                @Test
                void isSmall(StateMachineHarness harness) {
                    small(harness);
                }
            }
        }
    }

    @RequireMutationScore(40)
    @StateMachineTest("/mutate.asl.json")
    static class Parameterized {
        @ParameterizedTest
        @ValueSource(ints = {1, 11})
        void either(int n, StateMachineHarness harness) {
            if (n == 1) {
                small(harness);
            } else {
                large(harness, n);
            }
        }
    }

    @RequireMutationScore(40)
    @StateMachineTest("/mutate.asl.json")
    static class Dynamic {
        @TestFactory
        Stream<DynamicNode> either(Supplier<StateMachineHarness> harnesses) {
            return Stream.of(
                    dynamicTest("large", () -> large(harnesses.get(), 11)),
                    dynamicContainer("others", Stream.of(dynamicTest("small", () -> small(harnesses.get())))));
        }
    }

    /** The second test needs what the first leaves behind, so neither says anything alone. */
    @RequireMutationScore(40)
    @StateMachineTest("/mutate.asl.json")
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class PerClass {
        private int ran;

        @Test
        @Order(1)
        void isSmall(StateMachineHarness harness) {
            small(harness);
            ran++;
        }

        @Test
        @Order(2)
        void isLarge(StateMachineHarness harness) {
            assertThat(ran).isEqualTo(1);
            large(harness, 11);
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {Plain.class, WithNested.class, Parameterized.class, Dynamic.class, PerClass.class})
    void every_kind_of_test_notices_the_same_mutants(Class<?> testClass) {
        EngineExecutionResults results = Runs.run(testClass);

        assertThat(Runs.failures(results)).isEmpty();
        assertThat(Runs.reported(results, MUTANTS)).containsExactly("46.1 % (6 of 13) noticed");
    }

    @Test
    void classes_that_run_in_parallel_are_judged_each_by_itself() {
        EngineExecutionResults results = EngineTestKit.engine("junit-jupiter")
                .configurationParameter("asl.testkit.report.enabled", "false")
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .selectors(
                        selectClass(Plain.class),
                        selectClass(WithNested.class),
                        selectClass(Parameterized.class),
                        selectClass(Dynamic.class))
                .execute();

        assertThat(Runs.failures(results)).isEmpty();
        assertThat(Runs.reported(results, MUTANTS)).hasSize(4).containsOnly("46.1 % (6 of 13) noticed");
    }

    // ---- tests that cannot be run again --------------------------------------------------------------------------

    @RequireMutationScore(10)
    @StateMachineTest("/mutate.asl.json")
    static class OnlyOnce {
        static final AtomicInteger RUNS = new AtomicInteger();

        @Test
        void isLarge(StateMachineHarness harness) {
            large(harness, 11);
            assertThat(RUNS.incrementAndGet()).isEqualTo(1);
        }

        @Test
        void isSmall(StateMachineHarness harness) {
            small(harness);
        }
    }

    @Test
    void a_test_that_fails_when_it_is_run_again_notices_no_mutant() {
        OnlyOnce.RUNS.set(0);

        EngineExecutionResults results = Runs.run(OnlyOnce.class);

        assertThat(Runs.failures(results)).isEmpty();
        assertThat(Runs.reported(results, MUTANTS))
                .anySatisfy(entry -> assertThat(entry)
                        .startsWith("left out, as they fail when they are run again: ")
                        .contains("isLarge")
                        .doesNotContain("isSmall"));
    }

    // ---- what a run with a mutant leaves alone -------------------------------------------------------------------

    @RequireCoverage(100)
    @RequireMutationScore(40)
    @StateMachineTest("/mutate.asl.json")
    static class CoversAll extends Plain {}

    @Test
    void coverage_is_not_required_of_a_run_with_a_mutant() {
        EngineExecutionResults results = Runs.run(CoversAll.class);

        assertThat(Runs.failures(results)).isEmpty();
        assertThat(Runs.reported(results, MUTANTS)).isNotEmpty();
    }

    // ---- mutants that nobody wants -------------------------------------------------------------------------------

    @RequireMutationScore(100)
    @IgnoreMutants({
        "Call: drop field Payload*",
        "*Retry[0]",
        "Size?: NumericGreaterThanEquals instead of NumericGreaterThan in Choices[0]",
        "Small: Seconds 10 instead of 5",
        "Call: BackoffRate 1 instead of 2 in Retry[0]"
    })
    @StateMachineTest("/mutate.asl.json")
    static class Ignores {
        @Test
        void isLarge(StateMachineHarness harness) {
            large(harness, 11);
        }

        @Test
        void isSmall(StateMachineHarness harness) {
            small(harness);
        }
    }

    @Test
    void ignored_mutants_do_not_count() {
        EngineExecutionResults results = Runs.run(Ignores.class);

        assertThat(Runs.failures(results)).isEmpty();
        assertThat(Runs.reported(results, MUTANTS))
                .singleElement()
                .asString()
                .endsWith(" noticed")
                .startsWith("100.0 %");
    }

    @RequireMutationScore(0)
    @IgnoreMutants("Call: drop field Payload.m")
    @StateMachineTest("/mutate.asl.json")
    static class IgnoresUnknown {
        @Test
        void isSmall(StateMachineHarness harness) {
            small(harness);
        }
    }

    @Test
    void a_name_that_is_no_mutants_is_told() {
        assertThat(Runs.sentenceOf(IgnoresUnknown.class))
                .isEqualTo(
                        "@IgnoreMutants on RequireMutationScoreTest.IgnoresUnknown: there is no mutant \"Call: drop field"
                                + " Payload.m\" (did you mean \"Call: drop field Payload.n\"?). The console and the report name the"
                                + " mutants that nobody notices.");
    }

    @RequireMutationScore(120)
    @StateMachineTest("/mutate.asl.json")
    static class MoreThanAll {
        @Test
        void isSmall(StateMachineHarness harness) {
            small(harness);
        }
    }

    @Test
    void a_minimum_is_a_percentage() {
        assertThat(Runs.failureOf(MoreThanAll.class))
                .isEqualTo("A minimum mutation score is from 0 to 100 percent, but @RequireMutationScore of"
                        + " RequireMutationScoreTest.MoreThanAll asks for 120.0");
    }

    @RequireMutationScore(value = 50, of = "other.asl.json")
    @StateMachineTest("/mutate.asl.json")
    static class OfAnother {
        @Test
        void isSmall(StateMachineHarness harness) {
            small(harness);
        }
    }

    @Test
    void a_definition_that_no_test_executes_cannot_be_asked_for() {
        assertThat(Runs.failureOf(OfAnother.class))
                .isEqualTo(
                        "@RequireMutationScore of RequireMutationScoreTest.OfAnother names other.asl.json, which no test"
                                + " of the class executes. It executes: [mutate.asl.json]");
    }

    // ---- one mutant alone ----------------------------------------------------------------------------------------

    @Test
    void tests_can_be_run_with_one_mutant_to_see_what_they_do() {
        EngineExecutionResults results =
                Runs.run(Plain.class, Map.of("asl.testkit.mutant", "Size?: negate Choices[0]"));

        assertThat(Runs.failedTests(results)).isEqualTo(3);
        assertThat(Runs.reported(results, MUTANTS)).isEmpty();
    }

    @Test
    void tests_of_definitions_without_the_mutant_are_skipped() {
        EngineExecutionResults results =
                Runs.run(Plain.class, Map.of("asl.testkit.mutant", "order.asl.json#Size?: negate Choices[0]"));

        assertThat(results.testEvents().skipped().stream().map(event -> event.getRequiredPayload(String.class)))
                .isNotEmpty()
                .allSatisfy(reason -> assertThat(reason)
                        .isEqualTo("mutate.asl.json has no mutant order.asl.json#Size?: negate Choices[0]"));
        assertThat(results.testEvents().succeeded().count()).isZero();
    }
}
