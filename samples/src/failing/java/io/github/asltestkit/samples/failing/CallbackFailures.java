package io.github.asltestkit.samples.failing;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.junit.StateMachineTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Tests of a callback that are meant to fail. */
@StateMachineTest("callback.asl.json")
class CallbackFailures {

    @Test
    void a_worker_that_answered_in_time(StateMachineHarness harness) {
        harness.mock("Push to SQS").callbackSucceedsAfter(Duration.ofMinutes(7), "{}");

        assertThat(harness.run("{\"order\": 7}")).state("Push to SQS").missedHeartbeat();
    }

    @Test
    void nobody_waits(StateMachineHarness harness) {
        harness.mock("Push to SQS").callbackSucceedsAfter(Duration.ofMinutes(7), "{}");

        assertThat(harness.run("{\"order\": 7}")).isWaitingForTaskToken("Push to SQS");
    }

    @Test
    void a_token_that_nobody_waits_for(StateMachineHarness harness) {
        harness.mock("Push to SQS").accepts();
        Execution execution = harness.start("{\"order\": 7}");

        harness.sendTaskSuccess(execution.taskToken("Approve"), "{}");
    }

    @Test
    void a_result_in_place_of_a_callback(StateMachineHarness harness) {
        harness.mock("Push to SQS").returns("{\"approved\": true}");

        harness.run("{\"order\": 7}");
    }

    @Test
    void a_callback_that_is_due_later(StateMachineHarness harness) {
        harness.mock("Push to SQS").callbackSucceedsAfter(Duration.ofMinutes(9), "{}");

        assertThat(harness.start("{\"order\": 7}")).hasSucceeded();
    }

    @Test
    void a_token_that_was_made_up(StateMachineHarness harness) {
        harness.mock("Push to SQS").accepts();
        harness.start("{\"order\": 7}");

        harness.sendTaskSuccess("token-1", "{}");
    }

    @Test
    void a_token_that_was_returned_before(StateMachineHarness harness) {
        harness.mock("Push to SQS").accepts();
        String token = harness.start("{\"order\": 7}").taskToken("Push to SQS");
        harness.clock().advanceBy(Duration.ofMinutes(2));
        harness.sendTaskSuccess(token, "{}");

        harness.sendTaskFailure(token, "Approval.Refused", "too late");
    }
}
