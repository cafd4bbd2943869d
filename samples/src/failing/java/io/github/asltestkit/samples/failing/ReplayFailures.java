package io.github.asltestkit.samples.failing;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.junit.ReplayTest;
import io.github.asltestkit.junit.StateMachineTest;
import org.junit.jupiter.api.Test;

/** A definition that lost its patience with the bank: what was recorded no longer happens. */
@StateMachineTest("order-impatient.asl.json")
class ReplayFailures {

    @ReplayTest("recordings/order/busy-bank.json")
    void production_met_a_busy_bank() {}

    @Test
    void another_path_than_was_approved(StateMachineHarness harness) {
        harness.mockLambda("charge-card").returns("{\"receipt\": \"r-1\"}");
        harness.mock("ShipOrder").returns("{}");

        assertThat(harness.run("{\"order\": 7, \"total\": 129.90}")).tookApprovedPath("declined");
    }
}
