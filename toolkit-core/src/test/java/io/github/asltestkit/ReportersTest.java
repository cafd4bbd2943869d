package io.github.asltestkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.asltestkit.history.ExecutionNotes.Reporter;
import io.github.asltestkit.inspection.Attempt;
import io.github.asltestkit.inspection.ExecutionInspection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who ended a task is told by no history of AWS's: the companion of ours tells it. */
class ReportersTest {
    private static final StateMachine CALLBACK =
            machine("sqs:sendMessage.waitForTaskToken", "\"HeartbeatSeconds\": 60,");
    private static final StateMachine JOB = machine("batch:submitJob.sync", "");

    @Test
    void a_token_returned_by_a_test_names_the_line_of_the_test() {
        StateMachineHarness harness = waiting(CALLBACK);

        harness.sendTaskSuccess(token(harness), "{}");

        assertThat(only(harness).reporter()).isNotNull().satisfies(reporter -> {
            assertThat(reporter.action()).isEqualTo("SendTaskSuccess");
            assertThat(reporter.place())
                    .startsWith(
                            "ReportersTest.a_token_returned_by_a_test_names_the_line_of_the_test(ReportersTest.java:");
        });
    }

    @Test
    void every_way_to_end_a_task_by_hand_has_its_name() {
        StateMachineHarness failed = waiting(CALLBACK);
        failed.sendTaskFailure(token(failed), "No", null);
        StateMachineHarness succeeded = waiting(JOB);
        succeeded.jobs().get(0).succeed(Map.of("Status", "SUCCEEDED"));
        StateMachineHarness cancelled = waiting(JOB);
        cancelled.jobs().get(0).fail("Batch.Job", "host lost");

        assertThat(List.of(failed, succeeded, cancelled))
                .extracting(harness -> only(harness).reporter())
                .extracting(Reporter::action)
                .containsExactly("SendTaskFailure", "Job.succeed", "Job.fail");
        assertThat(List.of(failed, succeeded, cancelled))
                .extracting(harness -> only(harness).reporter())
                .allSatisfy(reporter -> assertThat(reporter.place()).startsWith("ReportersTest.every_way_"));
    }

    @Test
    void a_client_of_the_api_has_no_place_in_a_test() {
        StateMachineHarness harness = waiting(CALLBACK);

        harness.api()
                .call(
                        "SendTaskSuccess",
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("taskToken", token(harness))
                                .put("output", "{}"));

        assertThat(only(harness).reporter()).isEqualTo(new Reporter("SendTaskSuccess", null));
    }

    @Test
    void of_an_attempt_that_a_timeout_ended_nobody_reported() {
        StateMachineHarness harness = waiting(CALLBACK);

        harness.clock().advanceBy(Duration.ofSeconds(60));

        assertThat(only(harness).timedOut()).isTrue();
        assertThat(only(harness).reporter()).isNull();
    }

    @Test
    void each_attempt_has_its_own_reporter_and_its_own_heartbeats() {
        StateMachineHarness harness = waiting(machine(
                "sqs:sendMessage.waitForTaskToken",
                "\"HeartbeatSeconds\": 60, \"Retry\": [{\"ErrorEquals\": [\"Again\"], \"IntervalSeconds\": 1}],"));
        harness.sendTaskHeartbeat(token(harness));
        harness.sendTaskFailure(token(harness), "Again", null);
        harness.clock().advanceBy(Duration.ofSeconds(1));
        harness.sendTaskSuccess(token(harness), "{}");

        List<Attempt> attempts = inspection(harness).visits("Wait").get(0).attempts();
        assertThat(attempts)
                .extracting(Attempt::reporter)
                .extracting(Reporter::action)
                .containsExactly("SendTaskFailure", "SendTaskSuccess");
        assertThat(attempts).extracting(attempt -> attempt.heartbeats().size()).containsExactly(1, 0);
    }

    private static StateMachine machine(String action, String fields) {
        return StateMachine.parse("wait.asl.json", """
                {"StartAt": "Wait", "States": {"Wait": {"Type": "Task", "Resource": "arn:aws:states:::%s", %s
                  "Parameters": {"MessageBody": {"token.$": "$$.Task.Token"}}, "End": true}}}""".formatted(action, fields), PartialParameters.ALLOWED);
    }

    private static StateMachineHarness waiting(StateMachine machine) {
        StateMachineHarness harness = StateMachineHarness.create(machine);
        harness.mock("Wait").accepts();
        harness.start();
        return harness;
    }

    private static String token(StateMachineHarness harness) {
        return harness.executions().get(0).taskToken("Wait");
    }

    private static Attempt only(StateMachineHarness harness) {
        return inspection(harness).visits("Wait").get(0).attempts().get(0);
    }

    private static ExecutionInspection inspection(StateMachineHarness harness) {
        Execution execution = harness.executions().get(0);
        return ExecutionInspection.of(
                execution.history(), execution.definition(), execution.dataFlow(), execution.notes());
    }
}
