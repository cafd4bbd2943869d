package io.github.asltestkit.samples;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.junit.StateMachineTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What becomes of a job when nobody needs its result any longer, and when it is done before its service says so. */
@StateMachineTest("publish-video.asl.json")
class CancelledJobTest {

    // tag::cancelled[]
    @Test
    void rendering_is_cancelled_when_there_are_no_rights(StateMachineHarness harness) {
        harness.mock("Render").jobSucceedsAfter(Duration.ofHours(2), "{\"location\": \"s3://videos/1\"}");
        harness.mockLambda("check-rights").failsAfter(Duration.ofMinutes(1), "NoRights", "expired in May");

        Execution execution = harness.run("{\"video\": 1}");

        assertThat(execution).failedWith("NoRights").hasRunFor(Duration.ofMinutes(1));
        assertThat(execution).call("Render").wasCancelledBy("StopTask");
    }
    // end::cancelled[]

    // tag::cancel-fails[]
    @Test
    void rendering_goes_on_when_its_cancel_is_not_allowed(StateMachineHarness harness) {
        harness.mock("Render").jobNeverEnds().whoseCancelFails("not authorized to perform: ecs:StopTask");
        harness.mockLambda("check-rights").fails("NoRights", "expired in May");

        assertThat(harness.run("{\"video\": 1}"))
                .failedWith("NoRights")
                .call("Render")
                .couldNotBeCancelled("not authorized to perform: ecs:StopTask");
    }
    // end::cancel-fails[]

    // tag::early[]
    @Test
    void the_container_may_report_its_result_before_the_task_has_stopped(StateMachineHarness harness) {
        harness.mock("Render").jobNeverEnds();
        harness.mockLambda("check-rights").returns("{\"licence\": \"L-1\"}");
        Execution execution = harness.start("{\"video\": 1}");

        harness.clock().advanceBy(Duration.ofMinutes(20));
        harness.sendTaskSuccess(execution.taskToken("Render"), "{\"location\": \"s3://videos/1\"}");

        assertThat(execution).hasSucceeded().hasRunFor(Duration.ofMinutes(20));
        assertThat(execution).output().isEqualTo("[{\"location\": \"s3://videos/1\"}, {\"licence\": \"L-1\"}]");
        assertThat(execution).call("Render").wasNotCancelled();
    }
    // end::early[]

    // tag::by-hand[]
    @Test
    void a_job_may_be_ended_by_the_tests_hand(StateMachineHarness harness) {
        harness.mock("Render").jobNeverEnds();
        harness.mockLambda("check-rights").returns("{\"licence\": \"L-1\"}");
        Execution execution = harness.start("{\"video\": 1}");

        harness.jobs().get(0).fail("States.TaskFailed", "{\"StoppedReason\": \"out of memory\"}");

        assertThat(execution).failedWith("States.TaskFailed").state("Render").hasFailed();
    }
    // end::by-hand[]
}
