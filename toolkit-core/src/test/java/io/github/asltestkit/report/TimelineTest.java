package io.github.asltestkit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.history.ExecutionHistory;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final String ORDER = """
            {"StartAt": "Validate", "States": {
              "Validate": {"Type": "Pass", "Next": "Charge"},
              "Charge": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                "Parameters": {"FunctionName": "charge"},
                "Retry": [{"ErrorEquals": ["Declined"], "IntervalSeconds": 1, "MaxAttempts": 1}],
                "Catch": [{"ErrorEquals": ["Declined"], "Next": "Failed"}], "End": true},
              "Failed": {"Type": "Fail", "Error": "Order.Failed", "Cause": "no money"}}}""";

    private static final String NESTED = """
            {"StartAt": "Each", "States": {
              "Each": {"Type": "Map", "ItemProcessor": {"StartAt": "Both", "States": {
                "Both": {"Type": "Parallel", "End": true, "Branches": [
                  {"StartAt": "Pause", "States": {"Pause": {"Type": "Wait", "Seconds": 5, "End": true}}},
                  {"StartAt": "Job", "States": {"Job": {"Type": "Task", "End": true,
                    "Resource": "arn:aws:states:::batch:submitJob.sync",
                    "Parameters": {"JobName": "j", "JobQueue": "q", "JobDefinition": "d"}}}}]}}},
                "Next": "Done"},
              "Done": {"Type": "Succeed"}}}""";

    private static final String CALLBACK = """
            {"StartAt": "Ask", "States": {"Ask": {"Type": "Task",
              "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "HeartbeatSeconds": 600,
              "Parameters": {"QueueUrl": "https://q", "MessageBody": {"Token.$": "$$.Task.Token"}},
              "End": true}}}""";

    private static StateMachineHarness harness(String name, String definition) {
        return StateMachineHarness.create(StateMachine.parse(name, definition));
    }

    private static String timeline(Execution execution) {
        return Timeline.of(execution.history(), execution.definition()).text();
    }

    @Test
    void retries_and_a_caught_error() {
        StateMachineHarness harness = harness("order.asl.json", ORDER);
        harness.mock("Charge").fails("Declined", "no funds");
        assertThat(timeline(harness.run())).isEqualTo("""
                Execution of order.asl.json: FAILED after 1s with Order.Failed: no money

                  +0s  Validate  Pass -> Charge
                  +0s  Charge    Task
                  +0s  Charge    attempt 1: lambda:invoke FAILED Declined: no funds
                  +1s  Charge    attempt 2: after a wait of 1s, lambda:invoke FAILED Declined: no funds
                  +1s  Charge    caught Declined -> Failed
                  +1s  Failed    Fail Order.Failed
                """);
    }

    @Test
    void branches_and_items_with_a_wait_and_a_job() {
        StateMachineHarness harness = harness("nested.asl.json", NESTED);
        harness.mock("Job").jobSucceedsAfter(Duration.ofHours(6), "{}");
        assertThat(timeline(harness.run(List.of(1, 2)))).isEqualTo("""
                Execution of nested.asl.json: SUCCEEDED after 6h

                  +0s  Each                   Map
                  +0s  Each[0]/Both           Parallel
                  +0s  Each[0]/Both[0]/Pause  Wait
                  +0s  Each[0]/Both[1]/Job    Task
                  +0s  Each[0]/Both[1]/Job    attempt 1: batch:submitJob.sync, job submitted
                  +0s  Each[1]/Both           Parallel
                  +0s  Each[1]/Both[0]/Pause  Wait
                  +0s  Each[1]/Both[1]/Job    Task
                  +0s  Each[1]/Both[1]/Job    attempt 1: batch:submitJob.sync, job submitted
                  +5s  Each[0]/Both[0]/Pause  end after 5s
                  +5s  Each[0]/Both[0]        SUCCEEDED
                  +5s  Each[1]/Both[0]/Pause  end after 5s
                  +5s  Each[1]/Both[0]        SUCCEEDED
                  +6h  Each[0]/Both[1]/Job    attempt 1: SUCCEEDED
                  +6h  Each[0]/Both[1]/Job    end
                  +6h  Each[0]/Both[1]        SUCCEEDED
                  +6h  Each[0]/Both           end
                  +6h  Each[0]                SUCCEEDED
                  +6h  Each[1]/Both[1]/Job    attempt 1: SUCCEEDED
                  +6h  Each[1]/Both[1]/Job    end
                  +6h  Each[1]/Both[1]        SUCCEEDED
                  +6h  Each[1]/Both           end
                  +6h  Each[1]                SUCCEEDED
                  +6h  Each                   -> Done
                  +6h  Done                   Succeed end
                """);
    }

    @Test
    void a_heartbeat_that_was_missed_told_from_a_written_history_alone() {
        StateMachineHarness harness = harness("callback.asl.json", CALLBACK);
        harness.mock("Ask").accepts();
        Execution execution = harness.start();
        harness.clock().advanceBy(Duration.ofMinutes(9));
        harness.sendTaskHeartbeat(execution.taskToken("Ask"));
        assertThat(timeline(execution)).isEqualTo("""
                Execution of callback.asl.json: RUNNING

                  +0s  Ask  Task
                  +0s  Ask  attempt 1: sqs:sendMessage.waitForTaskToken, waits for its task token, HeartbeatSeconds 600
                """);
        harness.clock().advanceBy(Duration.ofMinutes(10));
        ExecutionHistory read = ExecutionHistory.parse(execution.history().toJson());
        assertThat(Timeline.of(read).text()).isEqualTo("""
                Execution: FAILED after 19m with States.Timeout

                  +0s   Ask  Task
                  +0s   Ask  attempt 1: sqs:sendMessage.waitForTaskToken, waits for its task token, HeartbeatSeconds 600
                  +19m  Ask  attempt 1: TIMED_OUT States.Timeout, a heartbeat was missed
                  +19m  Ask  FAILED States.Timeout
                """);
    }
}
