package io.github.asltestkit.samples;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.junit.StateMachineTest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Wait for a callback with the task token: the worker that answers, fails, falls silent, or answers too late. */
@StateMachineTest("callback.asl.json")
class CallbackTest {

    @BeforeEach
    void the_queue_takes_the_message(StateMachineHarness harness) {
        harness.mock("Push to SQS").accepts();
    }

    // tag::silent[]
    @Test
    void a_silent_worker_times_out_after_ten_minutes(StateMachineHarness harness) {
        Execution execution = harness.start("{\"order\": 7}");
        assertThat(execution).isRunning().isWaitingForTaskToken("Push to SQS");

        harness.clock().advanceBy(Duration.ofMinutes(10));

        assertThat(execution)
                .hasFailed()
                .failedWith("States.Timeout")
                .tookPath("Push to SQS")
                .hasRunFor(Duration.ofMinutes(10));
    }
    // end::silent[]

    @Test
    void nothing_times_out_a_millisecond_before(StateMachineHarness harness) {
        Execution execution = harness.start("{\"order\": 7}");

        harness.clock().advanceBy(Duration.ofMinutes(10).minusMillis(1));

        assertThat(execution).isRunning();
    }

    // tag::heartbeat[]
    @Test
    void a_heartbeat_at_nine_minutes_buys_ten_more(StateMachineHarness harness) {
        Execution execution = harness.start("{\"order\": 7}");

        harness.clock().advanceBy(Duration.ofMinutes(9));
        harness.sendTaskHeartbeat(execution.taskToken("Push to SQS"));
        harness.clock().advanceBy(Duration.ofMinutes(9));
        assertThat(execution).isRunning();
        harness.clock().advanceBy(Duration.ofMinutes(1));

        assertThat(execution).failedWith("States.Timeout").hasRunFor(Duration.ofMinutes(19));
    }
    // end::heartbeat[]

    @Test
    void what_the_worker_returns_lands_at_the_result_path(StateMachineHarness harness) {
        Execution execution = harness.start("{\"order\": 7}");

        harness.sendTaskSuccess(execution.taskToken("Push to SQS"), "{\"approver\": \"kim\"}");

        assertThat(execution).hasSucceeded().tookPath("Push to SQS", "Approved");
        assertThat(execution).output().isEqualTo("{\"order\": 7, \"approval\": {\"approver\": \"kim\"}}");
    }

    @Test
    void the_worker_may_fail_the_task(StateMachineHarness harness) {
        Execution execution = harness.start("{\"order\": 7}");

        harness.sendTaskFailure(execution.taskToken("Push to SQS"), "Rejected", "over the limit");

        assertThat(execution).hasFailed().failedWith("Rejected", "over the limit");
    }

    @Test
    void a_token_is_good_for_one_answer(StateMachineHarness harness) {
        Execution execution = harness.start("{\"order\": 7}");
        String token = execution.taskToken("Push to SQS");
        harness.sendTaskSuccess(token, "{}");

        assertThatThrownBy(() -> harness.sendTaskSuccess(token, "{}")).hasMessageStartingWith("TaskTimedOut");
    }

    @Test
    void a_token_is_dead_after_its_task_timed_out(StateMachineHarness harness) {
        Execution execution = harness.start("{\"order\": 7}");
        String token = execution.taskToken("Push to SQS");
        harness.clock().advanceBy(Duration.ofMinutes(10));

        assertThatThrownBy(() -> harness.sendTaskHeartbeat(token)).hasMessageStartingWith("TaskTimedOut");
    }

    @Test
    void a_token_that_nobody_issued_is_invalid(StateMachineHarness harness) {
        harness.start("{\"order\": 7}");

        assertThatThrownBy(() -> harness.sendTaskSuccess("AAAAKgAAAAIAAAAA", "{}"))
                .hasMessageStartingWith("InvalidToken");
    }

    @Test
    void a_token_longer_than_1024_characters_is_invalid(StateMachineHarness harness) {
        harness.start("{\"order\": 7}");

        assertThatThrownBy(() -> harness.sendTaskSuccess("A".repeat(1025), "{}"))
                .hasMessageStartingWith("InvalidToken");
    }
}
