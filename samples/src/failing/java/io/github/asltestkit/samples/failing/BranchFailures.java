package io.github.asltestkit.samples.failing;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.junit.StateMachineTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What differs within Map and Parallel, and in the jobs that they cancel. */
class BranchFailures {

    @Test
    @StateMachineTest("packing.asl.json")
    void another_path_of_an_item(StateMachineHarness harness) {
        harness.mockLambda("pack").onItem(1).returns("{\"fragile\": false}");
        harness.mockLambda("pack").onItem(0).returns("{\"fragile\": true}");
        harness.mock("Fetch").callbackSucceedsAfter(Duration.ofHours(1), "{}");

        assertThat(harness.run("{\"parcels\": [\"a\", \"b\"]}"))
                .hasSucceeded()
                .state("Each parcel")
                .item(1)
                .tookPath("Pack", "Fragile?", "Pad", "Packed");
    }

    @Test
    @StateMachineTest("packing.asl.json")
    void an_item_that_failed_takes_the_others_with_it(StateMachineHarness harness) {
        harness.mockLambda("pack").onItem(1).fails("NoBox", "too large for any box");
        harness.mockLambda("pack").onItem(0).returns("{\"fragile\": true}");

        assertThat(harness.run("{\"parcels\": [\"a\", \"b\", \"c\"]}")).hasSucceeded();
    }

    @Test
    @StateMachineTest("packing.asl.json")
    void a_call_of_an_item_that_nobody_mocked(StateMachineHarness harness) {
        harness.mockLambda("pack").onItem(0).returns("{\"fragile\": true}");

        harness.run("{\"parcels\": [\"a\", \"b\"]}");
    }

    @Test
    @StateMachineTest("publish-video.asl.json")
    void a_branch_that_was_aborted(StateMachineHarness harness) {
        harness.mock("Render").jobSucceedsAfter(Duration.ofHours(2), "{\"location\": \"s3://videos/1\"}");
        harness.mockLambda("check-rights").failsAfter(Duration.ofMinutes(1), "NoRights", "expired in May");

        assertThat(harness.run("{\"video\": 1}")).state("Prepare").branch(0).hasSucceeded();
    }

    @Test
    @StateMachineTest("publish-video.asl.json")
    void a_job_that_another_api_cancelled(StateMachineHarness harness) {
        harness.mock("Render").jobSucceedsAfter(Duration.ofHours(2), "{\"location\": \"s3://videos/1\"}");
        harness.mockLambda("check-rights").failsAfter(Duration.ofMinutes(1), "NoRights", "expired in May");

        assertThat(harness.run("{\"video\": 1}")).call("Render").wasCancelledBy("TerminateJob");
    }

    @Test
    @StateMachineTest("run-a-job.asl.json")
    void a_job_that_failed(StateMachineHarness harness) {
        harness.mock("Submit Batch job")
                .jobFailsAfter(Duration.ofHours(6), "States.TaskFailed", "{\"StatusReason\": \"Host terminated\"}");

        assertThat(harness.run("{\"order\": 7}")).hasSucceeded().hasRunFor(Duration.ofHours(6));
    }

    @Test
    @StateMachineTest("publish-video.asl.json")
    void a_branch_that_had_succeeded_before_another_failed(StateMachineHarness harness) {
        harness.mock("Render").jobSucceedsAfter(Duration.ofMinutes(1), "{\"location\": \"s3://videos/1\"}");
        harness.mockLambda("check-rights").failsAfter(Duration.ofHours(1), "NoRights", "expired in May");

        assertThat(harness.run("{\"video\": 1}")).state("Prepare").branch(0).wasAborted();
    }

    @Test
    @StateMachineTest("packing.asl.json")
    void a_name_that_several_items_have(StateMachineHarness harness) {
        harness.mockLambda("pack").returns("{\"fragile\": true}");
        harness.mock("Fetch").accepts();

        assertThat(harness.run("{\"parcels\": [\"a\", \"b\"]}")).call("Pack").wasMadeOnAttempt(1);
    }
}
