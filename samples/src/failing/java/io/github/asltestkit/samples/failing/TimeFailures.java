package io.github.asltestkit.samples.failing;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import io.github.asltestkit.ActivityTask;
import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.junit.StateMachineTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Waits, timeouts and tokens that are not as a test expects. */
class TimeFailures {
    private static final String INSPECT_CAR = "arn:aws:states:us-east-1:123456789012:activity:inspect-car";

    @Test
    @StateMachineTest("callback.asl.json")
    void a_state_that_is_never_entered(StateMachineHarness harness) {
        harness.mock("Push to SQS").accepts();

        harness.runUntil(harness.start("{\"order\": 7}")).stateEntered("Approved");
    }

    @Test
    @StateMachineTest("packing.asl.json")
    void a_condition_that_never_holds(StateMachineHarness harness) {
        harness.mockLambda("pack").returns("{\"fragile\": true}");
        harness.mock("Fetch").accepts();

        harness.runUntil(harness.start("{\"parcels\": [1]}")).condition("the carrier came", it -> it.output() != null);
    }

    @Test
    @StateMachineTest("callback.asl.json")
    void a_success_that_nobody_reported_yet(StateMachineHarness harness) {
        harness.mock("Push to SQS").accepts();

        assertThat(harness.start("{\"order\": 7}")).hasSucceeded();
    }

    @Test
    @StateMachineTest("packing.asl.json")
    void an_execution_that_timed_out_did_not_fail(StateMachineHarness harness) {
        harness.mock("Fetch").accepts();

        assertThat(harness.run("{\"parcels\": []}")).hasFailed();
    }

    @Test
    @StateMachineTest("inspection.asl.json")
    void a_worker_that_came_in_time(StateMachineHarness harness) {
        Execution execution = harness.start("{\"car\": 1}");
        ActivityTask task = harness.getActivityTask(INSPECT_CAR, "sam");
        harness.clock().advanceBy(Duration.ofMinutes(1));
        harness.sendTaskSuccess(task.taskToken(), "{\"ok\": true}");

        assertThat(execution).state("Inspect the car").timedOut();
    }

    @Test
    @StateMachineTest("order.asl.json")
    void a_shorter_wait_before_a_retry(StateMachineHarness harness) {
        harness.mockLambda("charge-card").fails("Bank.Busy", "later").thenReturns("{\"receipt\": \"r-1\"}");
        harness.mock("ShipOrder").returns("{}");

        assertThat(harness.run("{\"order\": 7, \"total\": 12}"))
                .state("ChargeCard")
                .at(0)
                .waitedBeforeRetry(Duration.ofSeconds(5));
    }

    @Test
    @StateMachineTest("callback.asl.json")
    void a_token_that_is_dead(StateMachineHarness harness) {
        harness.mock("Push to SQS").accepts();
        String token = harness.start("{\"order\": 7}").taskToken("Push to SQS");
        harness.clock().advanceBy(Duration.ofMinutes(10));

        harness.sendTaskSuccess(token, "{}");
    }

    @Test
    @StateMachineTest("callback.asl.json")
    void a_clock_that_is_to_go_back(StateMachineHarness harness) {
        harness.clock().advanceTo(harness.clock().instant().minusSeconds(1));
    }

    @Test
    @StateMachineTest("order.asl.json")
    void a_wait_outside_of_its_bounds(StateMachineHarness harness) {
        harness.mockLambda("charge-card").fails("Bank.Busy", "later").thenReturns("{\"receipt\": \"r-1\"}");
        harness.mock("ShipOrder").returns("{}");

        assertThat(harness.run("{\"order\": 7, \"total\": 12}"))
                .state("ChargeCard")
                .at(0)
                .waitedBeforeRetryBetween(Duration.ofSeconds(3), Duration.ofSeconds(5));
    }

    @Test
    @StateMachineTest("inspection.asl.json")
    void an_activity_that_no_machine_names(StateMachineHarness harness) {
        harness.start("{\"car\": 1}");

        harness.getActivityTask("arn:aws:states:us-east-1:123456789012:activity:inspect-cars", "sam");
    }
}
