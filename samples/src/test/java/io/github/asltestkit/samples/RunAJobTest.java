package io.github.asltestkit.samples;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.junit.StateMachineTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Run a job: the state machine waits for the Batch job, the test does not. */
@StateMachineTest("run-a-job.asl.json")
class RunAJobTest {

    @Test
    void the_job_completes_six_hours_later(StateMachineHarness harness) {
        harness.mock("Submit Batch job").jobSucceedsAfter(Duration.ofHours(6), "{\"Status\": \"SUCCEEDED\"}");

        Execution execution = harness.run("{\"order\": 7}");

        assertThat(execution)
                .hasSucceeded()
                .tookPath("Submit Batch job", "Settled")
                .hasRunFor(Duration.ofHours(6));
        assertThat(execution).output().node("/job/Status").isEqualTo("SUCCEEDED");
    }

    @Test
    void a_failed_job_fails_the_settlement_with_its_cause(StateMachineHarness harness) {
        harness.mock("Submit Batch job")
                .jobFailsAfter(Duration.ofMinutes(3), "States.TaskFailed", "{\"Status\": \"FAILED\"}");

        Execution execution = harness.run("{\"order\": 7}");

        assertThat(execution)
                .failedWith("SettlementFailed", "{\"Status\": \"FAILED\"}")
                .tookPath("Submit Batch job", "Job failed");
    }

    @Test
    void whatever_happens_to_the_job_the_settlement_ends(StateMachineHarness harness) {
        harness.mock("Submit Batch job").jobSucceedsAfter(Duration.ofHours(6), "{\"Status\": \"SUCCEEDED\"}");

        assertThat(harness.explore("{\"order\": 7}").failures(2))
                .neverWaitsForTheQuota()
                .leavesNoJobRunning()
                .entersEveryHandler()
                .always("it succeeds, or the failure is told", run -> run.hasSucceeded() || run.visited("Job failed"));
    }
}
