package io.github.asltestkit;

import static io.github.asltestkit.ScriptedWorld.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.asltestkit.history.ExecutionStatus;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which executions that have ended a harness keeps. */
class KeptExecutionsTest {
    private static final StateMachine MACHINE = StateMachine.parse("charge.asl.json", """
            {"StartAt": "Charge", "States": {
              "Charge": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                "Parameters": {"FunctionName": "charge"}, "Next": "Each"},
              "Each": {"Type": "Map", "ItemsPath": "$.items", "End": true, "ItemProcessor": {
                "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                "StartAt": "Item", "States": {"Item": {"Type": "Succeed"}}}}}}""");

    private static StateMachineHarness keeping(long most) {
        StateMachineHarness harness =
                StateMachineHarness.create(MACHINE, HarnessOptions.defaults().withKeptExecutions(most));
        harness.mock("Charge").returns("{\"items\": [1, 2]}");
        return harness;
    }

    @Test
    void the_executions_that_ended_first_go_first_with_their_calls_and_map_runs() {
        StateMachineHarness harness = keeping(3);
        List<Execution> all = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            all.add(harness.run());
        }

        assertThat(harness.executions()).containsExactlyElementsOf(all.subList(7, 10));
        assertThat(harness.mapRuns()).hasSize(3);
        assertThat(harness.calls().list()).hasSize(3);
        assertThat(all.get(0).output()).isEqualTo(json("[1, 2]"));
        assertThat(all.get(0).history().events()).isNotEmpty();
    }

    @Test
    void an_execution_that_runs_is_kept_whatever_the_number() {
        StateMachineHarness harness = StateMachineHarness.create(
                StateMachine.parse("wait.asl.json", """
                        {"StartAt": "Wait", "States": {"Wait": {"Type": "Wait", "Seconds": 5, "End": true}}}"""),
                HarnessOptions.defaults().withKeptExecutions(0));

        Execution execution = harness.start();
        assertThat(harness.executions()).containsExactly(execution);
        harness.runToEnd(execution);

        assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(harness.executions()).isEmpty();
    }

    @Test
    void a_redriven_execution_is_kept_while_it_runs() {
        StateMachineHarness harness = StateMachineHarness.create(
                StateMachine.parse("fail.asl.json", """
                        {"StartAt": "Wait", "States": {
                          "Wait": {"Type": "Wait", "Seconds": 5, "Next": "Fail"}, "Fail": {"Type": "Fail"}}}"""),
                HarnessOptions.defaults().withKeptExecutions(1));
        Execution first = harness.run();
        harness.redrive(first);

        assertThat(harness.executions()).containsExactly(first);
    }

    @Test
    void all_are_kept_if_nothing_is_said_and_a_negative_number_is_refused() {
        StateMachineHarness harness = StateMachineHarness.create(MACHINE);
        harness.mock("Charge").returns("{\"items\": []}");
        for (int i = 0; i < 100; i++) {
            harness.run();
        }

        assertThat(harness.executions()).hasSize(100);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HarnessOptions.defaults().withKeptExecutions(-1))
                .withMessage("The number of executions to keep cannot be negative, but was -1");
    }
}
