package io.github.asltestkit.samples;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import io.github.asltestkit.ActivityTask;
import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.junit.StateMachineTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An Activity, whose worker is the test. */
@StateMachineTest("inspection.asl.json")
class ActivityWorkerTest {
    private static final String ACTIVITY = "arn:aws:states:us-east-1:123456789012:activity:inspect-car";

    // tag::worker[]
    @Test
    void a_worker_takes_the_task_shows_that_it_lives_and_reports(StateMachineHarness harness) {
        Execution execution = harness.start("{\"car\": \"B-XY 1\"}");
        harness.clock().advanceBy(Duration.ofMinutes(1)); // nobody was free so far

        ActivityTask task = harness.getActivityTask(ACTIVITY, "Ada");
        assertThat(task.input()).hasToString("{\"car\":\"B-XY 1\"}");
        for (int i = 0; i < 10; i++) {
            harness.clock().advanceBy(Duration.ofSeconds(90));
            harness.sendTaskHeartbeat(task.taskToken());
        }
        harness.sendTaskSuccess(task.taskToken(), "{\"verdict\": \"fine\"}");

        assertThat(execution).hasSucceeded().hasRunFor(Duration.ofMinutes(16));
        assertThat(execution).output().node("/verdict").isEqualTo("fine");
    }
    // end::worker[]

    // tag::silent[]
    @Test
    void a_worker_that_falls_silent_is_given_up_after_two_minutes(StateMachineHarness harness) {
        Execution execution = harness.start("{\"car\": \"B-XY 1\"}");
        harness.getActivityTask(ACTIVITY, "Ada");

        harness.clock().advanceBy(Duration.ofMinutes(2));

        assertThat(execution).failedWith("NobodyCame").state("Inspect the car").missedHeartbeat();
    }
    // end::silent[]

    // tag::nobody[]
    @Test
    void a_task_that_nobody_takes_is_given_up_after_its_timeout(StateMachineHarness harness) {
        assertThat(harness.run("{\"car\": \"B-XY 1\"}"))
                .failedWith("NobodyCame")
                .hasRunFor(Duration.ofHours(1));
    }
    // end::nobody[]
}
