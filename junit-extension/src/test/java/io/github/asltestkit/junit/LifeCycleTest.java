package io.github.asltestkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LifeCycleTest {

    @Test
    void each_invocation_of_a_template_has_a_harness_of_its_own_and_a_factory_has_one() {
        Runs.passes(Templates.class);
    }

    @StateMachineTest("callback.asl.json")
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class Templates {
        private final Set<StateMachineHarness> seen = ConcurrentHashMap.newKeySet();

        @ParameterizedTest
        @CsvSource({"PT1S, 1", "PT2S, 2"})
        void parameterized(Duration time, int seconds, StateMachineHarness harness) {
            fresh(harness);
            harness.clock().advanceBy(time);
            assertThat(harness.clock().elapsed()).hasSeconds(seconds);
        }

        @ParameterizedTest
        @MethodSource("machines")
        void parameterized_with_machines_as_arguments_by_name(String name, StateMachineHarness harness) {
            assertThat(name).isEqualTo(harness.stateMachine().name());
        }

        static Stream<String> machines() {
            return Stream.of("callback");
        }

        @RepeatedTest(2)
        void repeated(StateMachineHarness harness) {
            fresh(harness);
        }

        @TestFactory
        Stream<DynamicTest> factory(StateMachineHarness harness) {
            fresh(harness);
            harness.mock("Ask").accepts();
            return IntStream.of(1, 2)
                    .mapToObj(number -> DynamicTest.dynamicTest("order " + number, () -> {
                        harness.start(Map.of("order", number));
                        assertThat(harness.executions()).hasSize(number);
                    }));
        }

        @TestFactory
        Stream<DynamicTest> factory_with_a_harness_for_each(Supplier<StateMachineHarness> harnesses) {
            return IntStream.of(1, 2)
                    .mapToObj(number -> DynamicTest.dynamicTest("order " + number, () -> {
                        StateMachineHarness harness = harnesses.get();
                        fresh(harness);
                        harness.mock("Ask").accepts();
                        harness.start(Map.of("order", number));
                        assertThat(harness.executions()).hasSize(1);
                    }));
        }

        private void fresh(StateMachineHarness harness) {
            assertThat(harness.executions()).isEmpty();
            assertThat(harness.clock().elapsed()).isZero();
            assertThat(seen.add(harness)).isTrue();
        }
    }

    @Test
    void tests_run_at_the_same_time_without_sharing_anything_that_changes() {
        Runs.passes(
                Parallel.class,
                Map.of(
                        "junit.jupiter.execution.parallel.enabled", "true",
                        "junit.jupiter.execution.parallel.config.strategy", "fixed",
                        "junit.jupiter.execution.parallel.config.fixed.parallelism", "4"));
    }

    @StateMachineTest("callback.asl.json")
    @Execution(ExecutionMode.CONCURRENT)
    static class Parallel {
        private static final Set<String> HISTORIES = ConcurrentHashMap.newKeySet();
        private static final Set<StateMachine> MACHINES = ConcurrentHashMap.newKeySet();

        @BeforeAll
        static void nothing_yet() {
            HISTORIES.clear();
            MACHINES.clear();
        }

        @RepeatedTest(50)
        void test(StateMachineHarness harness) {
            harness.mock("Ask").callbackSucceedsAfter(Duration.ofMinutes(7), "{}");
            HISTORIES.add(harness.run("{\"order\": 7}").history().toString());
            MACHINES.add(harness.stateMachine());
        }

        @AfterAll
        static void all_did_the_same() {
            assertThat(HISTORIES).hasSize(1);
            assertThat(MACHINES).hasSize(1);
        }
    }

    // ---- extensions of others --------------------------------------------------------------------------------------

    /** Scripts what all tests of a house need, and supplies the house's own parameter. */
    static class HouseExtension implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, ParameterResolver {
        @Override
        public void beforeAll(ExtensionContext context) {
            assertThat(StateMachineTestSupport.stateMachine(context).name()).isEqualTo("callback");
        }

        @Override
        public void beforeEach(ExtensionContext context) {
            StateMachineTestSupport.harness(context).mock("Ask").accepts();
        }

        @Override
        public void afterEach(ExtensionContext context) {
            assertThat(StateMachineTestSupport.harness(context).executions()).hasSize(1);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Clock.class && !parameter.isAnnotated(Injected.class);
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return Clock.systemUTC();
        }
    }

    @Test
    void an_extension_of_ones_own_reaches_the_harness_before_and_after_ours() {
        Runs.passes(HouseFirst.class);
        Runs.passes(HouseLast.class);
    }

    @ExtendWith(HouseExtension.class)
    @StateMachineTest("callback.asl.json")
    static class HouseFirst {
        @Test
        void test(StateMachineHarness harness, Clock theirs, @Injected Clock ours) {
            assertThat(harness.start("{\"order\": 7}").pendingTasks()).hasSize(1);
            assertThat(ours.instant()).isEqualTo(harness.clock().instant());
            assertThat(theirs).isNotSameAs(ours);
        }
    }

    @StateMachineTest("callback.asl.json")
    @ExtendWith(HouseExtension.class)
    static class HouseLast extends HouseFirst {}

    static class AsksTooEarly implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            StateMachineTestSupport.harness(context);
        }
    }

    @Test
    void an_extension_that_asks_too_early_is_told_when_to_ask() {
        assertThat(Runs.failureOf(Early.class))
                .isEqualTo("A harness belongs to one test, and LifeCycleTest.Early is not one:"
                        + " ask for it in beforeEach or later");
    }

    @StateMachineTest("callback.asl.json")
    @ExtendWith(AsksTooEarly.class)
    static class Early {
        @Test
        void test() {}
    }
}
