package io.github.asltestkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.history.ExecutionStatus;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.EventType;

/** Mock files of Step Functions Local, by annotation. */
class MockConfigFileTest {

    @Test
    void an_annotation_picks_a_file_and_a_test_case() {
        Runs.passes(Picked.class);
    }

    @StateMachineTest("callback.asl.json")
    @MockConfig(value = "mocks.json", testCase = "Answered")
    static class Picked {
        @Test
        void of_the_class(StateMachineHarness harness) {
            assertThat(harness.run("{\"order\": 7}").output()).hasToString("{\"said\":\"yes\"}");
        }

        @Test
        @MockConfig(value = "mocks.json", stateMachine = "Asking", testCase = "Refused")
        void of_the_method_in_its_place(StateMachineHarness harness) {
            assertThat(harness.run("{\"order\": 7}").error()).isEqualTo("Refused");
        }

        @Test
        void what_the_test_mocks_itself_answers_before(StateMachineHarness harness) {
            harness.mock("Ask").fails("Own", null);

            assertThat(harness.run("{\"order\": 7}").error()).isEqualTo("Own");
        }
    }

    @Test
    void one_annotation_runs_all_test_cases_as_tests() {
        Runs.passes(Every.class);
        assertThat(Runs.run(Every.class).testEvents().list().stream()
                        .filter(event -> event.getType() == EventType.FINISHED)
                        .map(Event::getTestDescriptor)
                        .map(test -> test.getDisplayName()))
                .containsExactlyInAnyOrder("Answered", "Refused", "Refused");
    }

    @StateMachineTest("callback.asl.json")
    static class Every {
        @MockConfigTest("mocks.json")
        void every_case_ends_as_it_says(StateMachineHarness harness, MockTestCase testCase) {
            Execution execution = harness.run("{\"order\": 7}");

            assertThat(execution.status())
                    .isEqualTo(testCase.name().equals("Answered") ? ExecutionStatus.SUCCEEDED : ExecutionStatus.FAILED);
            assertThat(testCase.stateMachine()).isEqualTo("Asking");
        }

        @MockConfigTest(value = "mocks.json", testCases = "Refused")
        void some_cases(StateMachineHarness harness) {
            assertThat(harness.run("{\"order\": 7}").error()).isEqualTo("Refused");
        }
    }

    @Test
    void a_test_case_that_the_file_does_not_have_is_told_with_those_it_has() {
        assertThat(Runs.failureOf(Unknown.class))
                .isEqualTo(
                        "io/github/asltestkit/junit/mocks.json has no test case \"Anwsered\" of Asking; it has Answered,"
                                + " Refused");
        assertThat(Runs.failureOf(UnknownOfMany.class))
                .contains("The mock file mocks.json has no test case \"Anwsered\" of Asking; it has Answered, Refused");
        assertThat(Runs.failureOf(NoFile.class)).contains("no-such-file.json");
    }

    @StateMachineTest("callback.asl.json")
    static class Unknown {
        @Test
        @MockConfig(value = "mocks.json", testCase = "Anwsered")
        void test(StateMachineHarness harness) {
            harness.run("{\"order\": 7}");
        }
    }

    @StateMachineTest("callback.asl.json")
    static class UnknownOfMany {
        @MockConfigTest(value = "mocks.json", testCases = "Anwsered")
        void test(StateMachineHarness harness) {
            harness.run("{\"order\": 7}");
        }
    }

    @StateMachineTest("callback.asl.json")
    static class NoFile {
        @Test
        @MockConfig(value = "no-such-file.json", testCase = "Answered")
        void test() {}
    }

    @Test
    void a_test_without_a_state_machine_cannot_have_mocks() {
        assertThat(Runs.failureOf(NoMachine.class))
                .startsWith("There is no @StateMachineTest on MockConfigFileTest.NoMachine.test");
    }

    static class NoMachine {
        @Test
        @MockConfig(value = "io/github/asltestkit/junit/mocks.json", testCase = "Answered")
        void test() {}
    }
}
