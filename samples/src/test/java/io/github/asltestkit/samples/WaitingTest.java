package io.github.asltestkit.samples;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.inspection.Awaited;
import io.github.asltestkit.junit.StateMachineTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Deadlines: what is due when, and who missed it. */
@StateMachineTest("inspection.asl.json")
class WaitingTest {
    private static final String ACTIVITY = "arn:aws:states:us-east-1:123456789012:activity:inspect-car";

    @Test
    void it_was_the_worker_who_fell_silent(StateMachineHarness harness) {
        // tag::fault[]
        Execution execution = harness.start();
        String token = harness.getActivityTask(ACTIVITY, "Ada").taskToken();
        harness.clock().advanceBy(Duration.ofSeconds(90));
        harness.sendTaskHeartbeat(token);
        harness.clock().advanceBy(Duration.ofMinutes(2));

        assertThat(execution)
                .failedWith("NobodyCame")
                .state("Inspect the car")
                .missedHeartbeat()
                .hasHeartbeats(1)
                .timedOutAwaiting(Awaited.WORKER_TO_REPORT);
        // end::fault[]
    }

    @Test
    void it_was_that_no_worker_came(StateMachineHarness harness) {
        // tag::nobody[]
        Execution execution = harness.start();
        harness.clock().advanceBy(Duration.ofHours(1));

        assertThat(execution).state("Inspect the car").timedOut().timedOutAwaiting(Awaited.WORKER_TO_TAKE_IT);
        // end::nobody[]
    }

    @Test
    void a_task_tells_when_it_is_due(StateMachineHarness harness) {
        // tag::token[]
        Execution execution = harness.start("{\"car\": \"B-XY 1\"}");
        harness.clock().advanceBy(Duration.ofMinutes(5));
        harness.getActivityTask(ACTIVITY, "Ada");

        assertThat(execution)
                .isWaitingForTaskToken("Inspect the car")
                .pendingTask("Inspect the car")
                .isAttempt(1)
                .hasParameters("{\"car\": \"B-XY 1\"}")
                .hasHeartbeats(0)
                .isDueAfter(Duration.ofMinutes(5 + 2))
                .returnToExecution()
                .isRunning();
        // end::token[]
    }
}
