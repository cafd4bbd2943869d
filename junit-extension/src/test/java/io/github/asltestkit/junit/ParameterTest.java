package io.github.asltestkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.time.VirtualClock;
import java.util.IdentityHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterTest {

    @Test
    void each_test_has_one_harness_with_its_clock() {
        Runs.passes(OneHarness.class);
    }

    @StateMachineTest("pass.asl.json")
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class OneHarness {
        private final Map<StateMachineHarness, StateMachine> seen = new IdentityHashMap<>();
        private final StateMachine machine;

        OneHarness(StateMachine machine) {
            this.machine = machine;
        }

        @BeforeAll
        void before_all(StateMachine same) {
            assertThat(same).isSameAs(machine);
        }

        @BeforeEach
        void before(StateMachineHarness harness) {
            assertThat(seen.put(harness, machine)).isNull();
        }

        @RepeatedTest(2)
        void test(StateMachineHarness harness, VirtualClock clock, StateMachine same) {
            assertThat(seen).containsKey(harness);
            assertThat(harness.clock()).isSameAs(clock);
            assertThat(harness.stateMachine()).isSameAs(machine).isSameAs(same);
        }

        @AfterEach
        void after(StateMachineHarness harness) {
            assertThat(seen).containsKey(harness);
        }
    }

    @Test
    void parameters_of_others_are_left_to_them() {
        Runs.passes(BesideOthers.class);
    }

    @StateMachineTest("pass.asl.json")
    static class BesideOthers {
        @ParameterizedTest
        @ValueSource(strings = {"1", "2"})
        void test(String input, StateMachineHarness harness) {
            assertThat(harness.run(input).input()).hasToString(input);
        }
    }

    @Test
    void an_execution_as_a_parameter_is_refused_with_the_way_out() {
        assertThat(Runs.failureOf(WantsExecution.class)).isEqualTo("""
                        @StateMachineTest cannot supply a parameter of type Execution.

                             parameter: 2 of test(StateMachineHarness, Execution)
                          can be taken: StateMachineHarness, Supplier<StateMachineHarness>, VirtualClock, StateMachine
                                        -> at ParameterTest.WantsExecution.test(ParameterTest.java)

                        Take a StateMachineHarness; an Execution is what its run(input) or start(input) returns.""");
    }

    @StateMachineTest("pass.asl.json")
    static class WantsExecution {
        @Test
        void test(StateMachineHarness harness, Execution execution) {}
    }

    @Test
    void any_other_type_of_the_toolkit_is_refused_too() {
        assertThat(Runs.failureOf(WantsDefinition.class))
                .startsWith("@StateMachineTest cannot supply a parameter of type Definition.")
                .endsWith("Take a StateMachineHarness; its stateMachine().definition() is the Definition.");
    }

    @StateMachineTest("pass.asl.json")
    static class WantsDefinition {
        @Test
        void test(Definition definition) {}
    }

    @Test
    void a_harness_before_there_is_a_test_is_refused_with_the_way_out() {
        assertThat(Runs.failureOf(HarnessBeforeAll.class)).isEqualTo("""
                        @StateMachineTest cannot supply a StateMachineHarness here: it belongs to one test.

                          parameter: 1 of beforeAll(StateMachineHarness)
                                     -> at ParameterTest.HarnessBeforeAll.beforeAll(ParameterTest.java)

                        Take it in the test method, in @BeforeEach or in @AfterEach. A StateMachine can be taken here.""");
    }

    @StateMachineTest("pass.asl.json")
    static class HarnessBeforeAll {
        @BeforeAll
        static void beforeAll(StateMachineHarness harness) {}

        @Test
        void test() {}
    }

    @Test
    void a_text_without_an_annotation_is_refused_with_the_annotation_that_supplies_it() {
        assertThat(Runs.failureOf(WantsString.class))
                .startsWith("Nobody supplies the parameter 1 of test(String).")
                .contains("-> at ParameterTest.WantsString.test(ParameterTest.java)")
                .endsWith("If it is the input of an execution, say which: @Input(\"{...}\") or"
                        + " @Input(resource = \"input.json\").");
    }

    @StateMachineTest("pass.asl.json")
    static class WantsString {
        @Test
        void test(String text) {}
    }
}
