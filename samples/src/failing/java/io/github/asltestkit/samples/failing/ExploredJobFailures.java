package io.github.asltestkit.samples.failing;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.junit.StateMachineTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A job whose state has no deadline, before an exploration mended it. */
@StateMachineTest("explore/waits-for-a-year.asl.json")
class ExploredJobFailures {

    private static void theJobCompletes(StateMachineHarness harness) {
        harness.mock("Submit Batch job").jobSucceedsAfter(Duration.ofHours(6), "{\"Status\": \"SUCCEEDED\"}");
    }

    @Test
    void a_job_that_never_ends(StateMachineHarness harness) {
        theJobCompletes(harness);

        assertThat(harness.explore("{\"order\": 7}")).neverWaitsForTheQuota();
    }

    @Test
    void a_job_that_runs_on(StateMachineHarness harness) {
        theJobCompletes(harness);

        assertThat(harness.explore("{\"order\": 7}").lostResponses()).leavesNoJobRunning();
    }
}
