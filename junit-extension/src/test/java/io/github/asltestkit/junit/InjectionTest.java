package io.github.asltestkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.time.VirtualClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InjectionTest {

    // ---- constructors --------------------------------------------------------------------------------------------

    @Test
    void a_constructor_takes_the_harness_of_its_test_also_around_a_nested_class() {
        Runs.passes(Constructed.class);
    }

    @StateMachineTest("pass.asl.json")
    static class Constructed {
        private final StateMachineHarness harness;
        private final VirtualClock clock;

        Constructed(StateMachineHarness harness, VirtualClock clock) {
            this.harness = harness;
            this.clock = clock;
        }

        @Test
        void test(StateMachineHarness same) {
            assertThat(same).isSameAs(harness);
            assertThat(same.clock()).isSameAs(clock);
        }

        @Nested
        class Inner {
            private final StateMachineHarness own;

            Inner(StateMachineHarness own) {
                this.own = own;
            }

            @Test
            void test(StateMachineHarness same) {
                assertThat(same).isSameAs(harness).isSameAs(own);
            }
        }
    }

    @Test
    void a_constructor_of_an_instance_for_all_tests_is_too_early_for_a_harness() {
        assertThat(Runs.failureOf(TooEarly.class)).isEqualTo("""
                        @StateMachineTest cannot supply a VirtualClock here: it belongs to one test.

                          parameter: 1 of TooEarly(VirtualClock)
                                     -> at InjectionTest.TooEarly(InjectionTest.java)

                        A constructor can take it from JUnit 5.12 on, of a class with an instance for each test.
                        Take it in the test method, in @BeforeEach or in @AfterEach. A StateMachine can be taken here.""");
    }

    @StateMachineTest("pass.asl.json")
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class TooEarly {
        TooEarly(VirtualClock clock) {}

        @Test
        void test() {}
    }

    // ---- fields --------------------------------------------------------------------------------------------------

    @Test
    void fields_are_supplied_before_each_test_those_of_outer_and_super_classes_too() {
        Runs.passes(WithFields.class);
    }

    @StateMachineTest("pass.asl.json")
    static class FieldsAbove {
        @Injected
        private VirtualClock clockAbove;
    }

    static class WithFields extends FieldsAbove {
        @Injected
        private static StateMachine forAll;

        @Injected
        private StateMachineHarness harness;

        @Injected
        private Clock clock;

        @Injected
        private InstantSource source;

        @Injected
        private StateMachine machine;

        @Input("{\"order\": 7}")
        private String input;

        private StateMachineHarness notOurs;

        @BeforeAll
        static void the_static_field_is_there() {
            assertThat(forAll.name()).isEqualTo("pass");
        }

        @BeforeEach
        void the_fields_are_there(StateMachineHarness same) {
            assertThat(harness).isSameAs(same);
            assertThat(super.clockAbove).isSameAs(same.clock());
        }

        @Test
        void test() {
            harness.clock().advanceBy(Duration.ofDays(1));
            assertThat(clock.instant())
                    .isEqualTo(Instant.parse("2024-01-02T00:00:00Z"))
                    .isEqualTo(source.instant());
            assertThat(machine).isSameAs(forAll).isSameAs(harness.stateMachine());
            assertThat(harness.run(input).input()).hasToString("{\"order\":7}");
            assertThat(notOurs).isNull();
        }

        @Nested
        class Inner {
            @Injected
            private StateMachineHarness own;

            @Test
            void test(StateMachineHarness same) {
                assertThat(own).isSameAs(same).isSameAs(harness);
            }
        }
    }

    @Test
    void fields_of_an_instance_for_all_tests_are_supplied_anew() {
        Runs.passes(PerClass.class);
    }

    @StateMachineTest("pass.asl.json")
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class PerClass {
        @Injected
        private StateMachineHarness harness;

        @Injected
        private StateMachine machine;

        private StateMachineHarness before;

        @BeforeAll
        void the_machine_is_there() {
            assertThat(machine).isNotNull();
            assertThat(harness).isNull();
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void test(int ignored, StateMachineHarness same) {
            assertThat(harness).isSameAs(same).isNotSameAs(before);
            before = harness;
        }
    }

    @Test
    void fields_that_cannot_be_supplied_are_refused_with_the_way_out() {
        assertThat(Runs.failureOf(StaticHarness.class)).isEqualTo("""
                        @StateMachineTest cannot supply a StateMachineHarness to a static field: it belongs to one test.

                          field: harness of InjectionTest.StaticHarness
                                 -> at InjectionTest.StaticHarness.harness(InjectionTest.java)

                        Make the field an instance's. A static field can have a StateMachine.""");
        assertThat(Runs.failureOf(FinalField.class)).isEqualTo("""
                        @StateMachineTest cannot supply the field harness: it is final.

                          field: harness of InjectionTest.FinalField
                                 -> at InjectionTest.FinalField.harness(InjectionTest.java)

                        Remove final: the field is set again before each test.""");
        assertThat(Runs.failureOf(OddField.class)).isEqualTo("""
                        @StateMachineTest cannot supply a field of type List.

                                 field: names of InjectionTest.OddField
                          can be taken: StateMachineHarness, Supplier<StateMachineHarness>, VirtualClock, StateMachine
                                        -> at InjectionTest.OddField.names(InjectionTest.java)

                        Remove @Injected, so that the extension whose type it is can supply it.""");
    }

    @StateMachineTest("pass.asl.json")
    static class StaticHarness {
        @Injected
        private static StateMachineHarness harness;

        @Test
        void test() {}
    }

    @StateMachineTest("pass.asl.json")
    static class FinalField {
        @Injected
        private final StateMachineHarness harness = null;

        @Test
        void test() {}
    }

    @StateMachineTest("pass.asl.json")
    static class OddField {
        @Injected
        private List<String> names;

        @Test
        void test() {}
    }

    @Test
    void a_field_that_tests_would_share_while_they_run_at_the_same_time_is_refused() {
        Map<String, String> parallel = Map.of(
                "junit.jupiter.execution.parallel.enabled", "true",
                "junit.jupiter.execution.parallel.config.strategy", "fixed",
                "junit.jupiter.execution.parallel.config.fixed.parallelism", "2");
        assertThat(Runs.failures(Runs.run(Shared.class, parallel)))
                .hasSize(2)
                .allSatisfy(failure -> assertThat(failure).hasMessage("""
                        @StateMachineTest cannot supply a StateMachineHarness to a field that tests share while they run in parallel.

                          field: harness of InjectionTest.Shared
                                 -> at InjectionTest.Shared.harness(InjectionTest.java)

                        Take it as a parameter of each test, or give each test an instance of its own."""));
        Runs.passes(Shared.class);
    }

    @StateMachineTest("pass.asl.json")
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @org.junit.jupiter.api.parallel.Execution(ExecutionMode.CONCURRENT)
    static class Shared {
        @Injected
        private StateMachineHarness harness;

        @Test
        void one() {
            assertThat(harness.run().input()).isEmpty();
        }

        @Test
        void two() {
            assertThat(harness.run().input()).isEmpty();
        }
    }

    // ---- further machines ----------------------------------------------------------------------------------------

    @Test
    void further_machines_are_known_to_the_harness_and_supplied_by_name() {
        Runs.passes(Nesting.class);
    }

    @StateMachineTest(definition = """
            {"StartAt": "Pay", "States": {"Pay": {"Type": "Task", "End": true,
              "Resource": "arn:aws:states:::states:startExecution.sync:2",
              "Parameters": {"StateMachineArn": "arn:aws:states:us-east-1:123456789012:stateMachine:pass"},
              "OutputPath": "$.Output"}}}""")
    @FurtherMachine("pass.asl.json")
    @FurtherMachine(value = "callback.asl.json", name = "asks")
    static class Nesting {
        @Machine("asks")
        private StateMachine field;

        @Test
        void test(
                StateMachineHarness harness,
                @Machine("pass") StateMachine pass,
                @Machine("asks") StateMachine asks,
                @Machine("InjectionTest-Nesting") StateMachine underTest) {
            assertThat(harness.run().output()).hasToString("{\"from\":\"the package\"}");
            assertThat(harness.executions()).extracting(Execution::stateMachine).containsExactly(underTest, pass);
            assertThat(asks.definition().states().startAt()).isEqualTo("Ask");
            assertThat(field).isSameAs(asks);
        }

        @Nested
        @FurtherMachine(name = "pass", definition = """
                {"StartAt": "P", "States": {"P": {"Type": "Pass", "Result": "nearer", "End": true}}}""")
        class Inner {
            @Test
            void the_nearest_of_a_name_counts(StateMachineHarness harness, @Machine("asks") StateMachine asks) {
                assertThat(harness.run().output()).hasToString("\"nearer\"");
                assertThat(asks).isNotNull();
            }
        }
    }

    @Test
    void machines_that_are_not_there_or_there_twice_are_refused_with_the_way_out() {
        assertThat(Runs.failureOf(NoSuchMachine.class)).isEqualTo("""
                        There is no state machine "calback" in this test: did you mean "callback"?

                          parameter: 1 of test(StateMachine)
                          there are: pass, callback
                                     -> at InjectionTest.NoSuchMachine.test(InjectionTest.java)

                        Name another machine with @FurtherMachine("its definition") beside @StateMachineTest.""");
        assertThat(Runs.failureOf(NotAMachine.class)).isEqualTo("""
                        @Machine("pass") stands on a parameter of type StateMachineHarness.

                          parameter: 1 of test(StateMachineHarness)
                                     -> at InjectionTest.NotAMachine.test(InjectionTest.java)

                        @Machine supplies a StateMachine: give the parameter that type.""");
        assertThat(Runs.sentenceOf(SameName.class))
                .isEqualTo("@FurtherMachine on InjectionTest.SameName: two have the name callback:"
                        + " give one of them another with name = \"...\"");
        assertThat(Runs.sentenceOf(NameOfTheFirst.class))
                .startsWith("@FurtherMachine on InjectionTest.NameOfTheFirst")
                .endsWith(
                        "has the name pass, as the machine under test does:" + " give it another with name = \"...\"");
        assertThat(Runs.sentenceOf(NoDefinition.class))
                .isEqualTo("@FurtherMachine on InjectionTest.NoDefinition: names no definition:"
                        + " write the name of a class-path resource or of a file");
        assertThat(Runs.failureOf(Alone.class))
                .isEqualTo("There is no @StateMachineTest on InjectionTest.Alone.test or around it");
    }

    @StateMachineTest("pass.asl.json")
    @FurtherMachine("callback.asl.json")
    static class NoSuchMachine {
        @Test
        void test(@Machine("calback") StateMachine machine) {}
    }

    @StateMachineTest("pass.asl.json")
    static class NotAMachine {
        @Test
        void test(@Machine("pass") StateMachineHarness harness) {}
    }

    @StateMachineTest("pass.asl.json")
    @FurtherMachine("callback.asl.json")
    @FurtherMachine(value = "/pass.asl.json", name = "callback")
    static class SameName {
        @Test
        void test() {}
    }

    @StateMachineTest("pass.asl.json")
    @FurtherMachine("pass.asl.json")
    static class NameOfTheFirst {
        @Test
        void test() {}
    }

    @StateMachineTest("pass.asl.json")
    @FurtherMachine(name = "nothing")
    static class NoDefinition {
        @Test
        void test() {}
    }

    @FurtherMachine("pass.asl.json")
    static class Alone {
        @Test
        void test() {}
    }

    // ---- input ---------------------------------------------------------------------------------------------------

    record Order(int order, List<String> items) {}

    @Test
    void an_input_is_supplied_as_text_tree_or_object_and_is_what_run_gives() {
        Runs.passes(WithInput.class);
    }

    @StateMachineTest("pass.asl.json")
    @Input(resource = "order.json")
    static class WithInput {
        @Test
        void of_the_class(StateMachineHarness harness) {
            assertThat(harness.run().input()).hasToString("{\"order\":7,\"items\":[\"a\"]}");
            assertThat(harness.start().input()).hasToString("{\"order\":7,\"items\":[\"a\"]}");
        }

        @Test
        @Input("[1.0]")
        void of_the_method(StateMachineHarness harness) {
            assertThat(harness.run().input()).hasToString("[1.0]");
        }

        @Test
        void as_parameters(
                @Input("{\"total\": 129.90}") JsonNode tree,
                @Input(resource = "order.json") Order order,
                @Input("[1, 2]") List<Integer> numbers,
                @Input("{\"a\": 1}") String text,
                StateMachineHarness harness) {
            assertThat(harness.run(tree).input()).hasToString("{\"total\":129.90}");
            assertThat(order).isEqualTo(new Order(7, List.of("a")));
            assertThat(numbers).containsExactly(1, 2);
            assertThat(text).isEqualTo("{\"a\": 1}");
        }

        @ParameterizedTest
        @ValueSource(strings = "x")
        void beside_an_argument(String argument, @Input("1") int input) {
            assertThat(argument + input).isEqualTo("x1");
        }
    }

    @Test
    void an_input_that_cannot_be_is_refused_with_the_way_out() {
        assertThat(Runs.sentenceOf(EmptyInput.class))
                .isEqualTo("@Input on parameter 1 of test(String): is empty:"
                        + " write JSON, or the name of a resource that holds it");
        assertThat(Runs.sentenceOf(TwoInputs.class))
                .isEqualTo("@Input on InjectionTest.TwoInputs: has both JSON and a resource: remove one");
        assertThat(Runs.sentenceOf(NoSuchInput.class))
                .isEqualTo("@Input on InjectionTest.NoSuchInput.test: there is no input \"no-such.json\","
                        + " neither as a class-path resource nor in the working directory");
        assertThat(Runs.sentenceOf(NotJson.class))
                .startsWith(
                        "@Input on InjectionTest.NotJson: the input is not JSON (line 1, column 2): Unexpected character");
        assertThat(Runs.failureOf(Unfit.class))
                .startsWith("""
                        @Input cannot be turned into a Order.

                          parameter: 1 of test(Order)
                              input: [1]
                                why: Cannot deserialize value of type""")
                .endsWith("Take it as a JsonNode or a String, or give the type what Jackson needs.");
    }

    @StateMachineTest("pass.asl.json")
    static class EmptyInput {
        @Test
        void test(@Input String text) {}
    }

    @StateMachineTest("pass.asl.json")
    @Input(value = "{}", resource = "order.json")
    static class TwoInputs {
        @Test
        void test() {}
    }

    @StateMachineTest("pass.asl.json")
    static class NoSuchInput {
        @Test
        @Input(resource = "no-such.json")
        void test() {}
    }

    @StateMachineTest("pass.asl.json")
    @Input("{order: 7}")
    static class NotJson {
        @Test
        void test() {}
    }

    @StateMachineTest("pass.asl.json")
    static class Unfit {
        @Test
        void test(@Input("[1]") Order order) {}
    }
}
