package io.github.asltestkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineExecutionResults;

class DefinitionTest {

    @Test
    void a_definition_beside_the_test_class_goes_before_one_at_the_root() {
        Runs.passes(Beside.class);
    }

    @StateMachineTest("pass.asl.json")
    static class Beside {
        @Test
        void test(StateMachineHarness harness) {
            assertThat(harness.run().output()).hasToString("{\"from\":\"the package\"}");
        }
    }

    @Test
    void a_definition_is_found_at_the_root_of_the_class_path_and_in_the_file_system() {
        Runs.passes(Elsewhere.class);
    }

    static class Elsewhere {
        @Test
        @StateMachineTest("io/github/asltestkit/junit/pass.asl.json")
        void from_the_root(StateMachineHarness harness) {
            assertThat(harness.run().output()).hasToString("{\"from\":\"the package\"}");
        }

        @Test
        @StateMachineTest("src/test/resources/pass.asl.json")
        void from_a_file(StateMachineHarness harness) {
            assertThat(harness.run().output()).hasToString("{\"from\":\"the root\"}");
        }
    }

    @Test
    void nested_classes_and_subclasses_take_the_annotation_over_and_may_have_their_own() {
        Runs.passes(Sub.class);
    }

    @StateMachineTest("pass.asl.json")
    static class Super {}

    static class Sub extends Super {
        @Test
        void inherited(StateMachine machine) {
            assertThat(machine.definition().states().startAt()).isEqualTo("Greet");
        }

        @Nested
        class Inner {
            @Test
            void taken_over(StateMachine machine) {
                assertThat(machine.definition().states().startAt()).isEqualTo("Greet");
            }
        }

        @Nested
        @StateMachineTest("callback.asl.json")
        class Other {
            @Test
            void own(StateMachine machine) {
                assertThat(machine.definition().states().startAt()).isEqualTo("Ask");
            }

            @Test
            @StateMachineTest("pass.asl.json")
            void own_again(StateMachine machine) {
                assertThat(machine.definition().states().startAt()).isEqualTo("Greet");
            }
        }
    }

    @Test
    void a_broken_definition_fails_each_test_with_all_its_problems() {
        EngineExecutionResults results = Runs.run(Broken.class);

        assertThat(Runs.failedTests(results)).isEqualTo(2);
        assertThat(Runs.failures(results))
                .hasSize(2)
                .allSatisfy(failure -> assertThat(failure.getMessage())
                        .contains("broken.asl.json:6:15", "Shipp", "/States/Validate/Next")
                        .contains("broken.asl.json:10:15", "Nowhere", "/States/Ship/Next"));
    }

    @StateMachineTest("broken.asl.json")
    static class Broken {
        @Test
        void with_a_harness(StateMachineHarness harness) {}

        @Test
        void without() {}
    }

    @Test
    void a_definition_that_is_nowhere_is_named() {
        assertThat(Runs.failureOf(Missing.class)).contains("mising.asl.json");
    }

    @StateMachineTest("mising.asl.json")
    static class Missing {
        @Test
        void test() {}
    }
}
