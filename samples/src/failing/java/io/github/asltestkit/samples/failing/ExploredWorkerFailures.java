package io.github.asltestkit.samples.failing;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.junit.StateMachineTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An approver who may take all the time there is. */
@StateMachineTest("explore/waits-for-a-worker.asl.json")
class ExploredWorkerFailures {

    private static void theOrderIsApproved(StateMachineHarness harness) {
        harness.mock("Approve").callbackSucceedsAfter(Duration.ofHours(2), "{\"approved\": true}");
    }

    @Test
    void an_approver_who_never_answers(StateMachineHarness harness) {
        theOrderIsApproved(harness);

        assertThat(harness.explore("{\"order\": 7}")).leavesNoTokenWaiting();
    }

    @Test
    void a_handler_that_no_fault_leads_to(StateMachineHarness harness) {
        theOrderIsApproved(harness);

        assertThat(harness.explore("{\"order\": 7}").failures(2)).entersEveryHandler();
    }
}
