package io.github.asltestkit.samples.failing;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.junit.StateMachineTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A rendering whose state has no deadline, before an exploration mended it. */
@StateMachineTest("explore/renders-for-a-year.asl.json")
class ExploredVideoFailures {

    @Test
    void a_rendering_that_never_ends(StateMachineHarness harness) {
        harness.mock("Render").jobSucceedsAfter(Duration.ofHours(6), "{\"location\": \"s3://videos/7\"}");
        harness.mockLambda("check-rights").returns("{\"licence\": \"l-1\"}");

        assertThat(harness.explore("{\"video\": 7}")).neverWaitsForTheQuota();
    }
}
