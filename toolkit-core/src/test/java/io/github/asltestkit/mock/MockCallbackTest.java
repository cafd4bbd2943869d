package io.github.asltestkit.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.history.ExecutionStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MockCallbackTest {
    private static final String PUSH = """
            {"StartAt": "Push", "States": {"Push": {"Type": "Task",
              "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "HeartbeatSeconds": 60,
              "Parameters": {"QueueUrl": "q", "MessageBody": {"Token.$": "$$.Task.Token"}}, "End": true}}}""";

    private final StateMachineHarness harness = StateMachineHarness.create(StateMachine.parse("push.asl.json", PUSH));

    @Test
    void heartbeats_keep_a_callback_alive_until_it_succeeds() {
        harness.mock("Push")
                .callbackSucceedsAfter(Duration.ofMinutes(10), "{\"ok\": true}")
                .withHeartbeatsEvery(Duration.ofSeconds(50));

        Execution execution = harness.run("{}");

        assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(execution.output()).hasToString("{\"ok\":true}");
    }

    @Test
    void an_accepted_message_without_a_worker_times_out() {
        harness.mock("Push").accepts("{\"MessageId\": \"m-1\"}");

        Execution execution = harness.run("{}");

        assertThat(execution.error()).isEqualTo("States.Timeout");
    }
}
