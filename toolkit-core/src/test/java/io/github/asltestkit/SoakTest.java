package io.github.asltestkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asltestkit.history.ExecutionStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Many executions leave nothing behind; {@code -Dsoak.runs} says how many, and the profile {@code soak} bounds the heap. */
class SoakTest {
    private static final int RUNS = Integer.getInteger("soak.runs", 2_000);

    private static final StateMachine MACHINE = StateMachine.parse("soak.asl.json", """
            {"StartAt": "Prepare", "States": {
              "Prepare": {"Type": "Pass", "Parameters": {"order.$": "$.order", "id.$": "States.UUID()"}, "Next": "Charge"},
              "Charge": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                "Parameters": {"FunctionName": "charge", "Payload.$": "$"},
                "Retry": [{"ErrorEquals": ["Busy"], "IntervalSeconds": 2}], "ResultPath": "$.charged", "Next": "Ask"},
              "Ask": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                "Parameters": {"QueueUrl": "q", "MessageBody.$": "$$.Task.Token"}, "HeartbeatSeconds": 60, "End": true}}}""");

    private static StateMachineHarness harness(HarnessOptions options) {
        StateMachineHarness harness = StateMachineHarness.create(MACHINE, options);
        harness.mock("Charge").fails("Busy", "later").thenReturns("{\"Payload\": {\"receipt\": \"r-1\"}}");
        harness.mock("Ask").callbackSucceedsAfter(Duration.ofSeconds(5), "{\"by\": \"kim\"}");
        return harness;
    }

    private static void run(StateMachineHarness harness) {
        assertThat(harness.run("{\"order\": 7}").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void executions_in_harnesses_of_their_own_leave_nothing_behind() {
        for (int i = 0; i < RUNS; i++) {
            run(harness(HarnessOptions.defaults()));
        }
        System.out.println("soak: " + RUNS + " executions in harnesses of their own");
    }

    @Test
    void executions_in_one_harness_that_keeps_some_leave_nothing_more_behind() {
        StateMachineHarness harness = harness(HarnessOptions.defaults().withKeptExecutions(1_000));
        for (int i = 0; i < RUNS; i++) {
            run(harness);
        }
        System.out.println("soak: " + RUNS + " executions in one harness that keeps 1000");
        assertThat(harness.executions()).hasSize(1_000);
    }
}
