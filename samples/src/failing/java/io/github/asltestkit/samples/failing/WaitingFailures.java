package io.github.asltestkit.samples.failing;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.inspection.Awaited;
import io.github.asltestkit.junit.StateMachineTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** One failure of each kind of assertion on deadlines and tokens. */
@StateMachineTest("inspection.asl.json")
class WaitingFailures {
    private static final String ACTIVITY = "arn:aws:states:us-east-1:123456789012:activity:inspect-car";

    @Test
    void heartbeat(StateMachineHarness harness) {
        // tag::heartbeat[]
        Execution execution = harness.start();
        String token = harness.getActivityTask(ACTIVITY, "Ada").taskToken();
        harness.clock().advanceBy(Duration.ofSeconds(90));
        harness.sendTaskHeartbeat(token);
        harness.clock().advanceBy(Duration.ofSeconds(60));
        harness.sendTaskSuccess(token, "{\"verdict\": \"fine\"}");

        assertThat(execution).state("Inspect the car").missedHeartbeat();
        // end::heartbeat[]
    }

    @Test
    void fault(StateMachineHarness harness) {
        // tag::fault[]
        Execution execution = harness.start();
        harness.clock().advanceBy(Duration.ofHours(1));

        assertThat(execution).state("Inspect the car").timedOutAwaiting(Awaited.WORKER_TO_REPORT);
        // end::fault[]
    }

    @Test
    void token(StateMachineHarness harness) {
        // tag::token[]
        Execution execution = harness.start("{\"car\": \"B-XY 1\"}");
        harness.clock().advanceBy(Duration.ofMinutes(5));
        harness.getActivityTask(ACTIVITY, "Ada");

        assertThat(execution).pendingTask("Inspect the car").isDueAfter(Duration.ofMinutes(65));
        // end::token[]
    }
}
