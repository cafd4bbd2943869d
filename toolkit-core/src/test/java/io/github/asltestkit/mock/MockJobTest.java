package io.github.asltestkit.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.integration.TaskIntegration.AbortReason;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Jobs: when their end is seen, and what becomes of them when nobody waits for it any longer. */
class MockJobTest {
    private static final StateMachine JOB = StateMachine.parse("job.asl.json", """
            {"StartAt": "Job", "States": {"Job": {"Type": "Task", "End": true, "TimeoutSeconds": 3600,
              "Resource": "arn:aws:states:::batch:submitJob.sync", "Parameters": {"JobName": "j", "JobQueue": "q",
              "JobDefinition": "d"}}}}""");

    private final StateMachineHarness harness = StateMachineHarness.create(JOB);

    @Test
    void the_end_of_a_job_is_seen_when_it_comes() {
        harness.mock("Job").jobSucceedsAfter(Duration.ofSeconds(61), "{}");

        assertThat(harness.run().elapsed()).isEqualTo(Duration.ofSeconds(61));
    }

    @Test
    void the_end_of_a_job_that_is_polled_is_seen_at_the_next_look() {
        harness.mock("Job").jobSucceedsAfter(Duration.ofSeconds(61), "{}").polledEvery(Duration.ofMinutes(1));

        assertThat(harness.run().elapsed()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void a_failure_at_the_very_look_is_seen_there() {
        harness.mock("Job").jobFailsAfter(Duration.ofMinutes(2), "Broken", "").polledEvery(Duration.ofMinutes(1));

        Execution execution = harness.run();

        assertThat(execution.error()).isEqualTo("Broken");
        assertThat(execution.elapsed()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void a_job_that_ends_badly_is_the_cause_as_its_service_describes_it() {
        String described = "{\"JobName\":\"j\",\"Status\":\"FAILED\",\"StatusReason\":\"Host EC2 terminated\"}";
        harness.mock("Job")
                .jobFailsAfter(Duration.ofMinutes(2), described)
                .thenJobFailsAfter(Duration.ofMinutes(3), Map.of("Status", "FAILED"));

        Execution text = harness.run();
        Execution map = harness.run();

        assertThat(text.error()).isEqualTo("States.TaskFailed");
        assertThat(text.cause()).isEqualTo(described);
        assertThat(text.elapsed()).isEqualTo(Duration.ofMinutes(2));
        assertThat(map.cause()).isEqualTo("{\"Status\":\"FAILED\"}");
        assertThat(map.elapsed()).isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void a_request_that_is_refused_submits_no_job() {
        harness.mock("Job").fails("Batch.ServerException", "try later");

        Execution execution = harness.run();

        assertThat(execution.error()).isEqualTo("Batch.ServerException");
        assertThat(execution.calls().get(0).answer()).isEqualTo("is refused: Batch.ServerException: try later");
        assertThat(execution.history().events())
                .extracting(event -> event.type().apiName())
                .endsWith("TaskScheduled", "TaskStarted", "TaskSubmitFailed", "ExecutionFailed");
    }

    @Test
    void an_interval_that_is_not_positive_is_refused() {
        assertThatThrownBy(() -> harness.mock("Job").jobNeverEnds().polledEvery(Duration.ZERO))
                .hasMessage("A job is polled at a positive interval, but it was PT0S");
    }

    @Test
    void a_job_that_outlasts_its_timeout_is_cancelled_and_the_journal_says_how() {
        harness.mock("Job").jobNeverEnds();

        Execution execution = harness.run();

        assertThat(execution.error()).isEqualTo("States.Timeout");
        RecordedCall.Cancel cancel = execution.calls().get(0).cancel();
        assertThat(cancel.reason()).isEqualTo(AbortReason.TIMED_OUT);
        assertThat(cancel.api()).isEqualTo("TerminateJob");
        assertThat(cancel.outcome().cancelled()).isTrue();
    }

    @Test
    void a_cancel_that_fails_leaves_the_job_running_and_says_why() {
        harness.mock("Job").jobNeverEnds().whoseCancelFails("batch:TerminateJob is not allowed");

        Execution execution = harness.run();

        assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
        RecordedCall.Cancel cancel = execution.calls().get(0).cancel();
        assertThat(cancel.outcome().cancelled()).isFalse();
        assertThat(cancel.outcome().detail()).isEqualTo("batch:TerminateJob is not allowed");
    }
}
