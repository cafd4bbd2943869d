package io.github.asltestkit.samples.failing;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.junit.RequireCoverage;
import io.github.asltestkit.junit.StateMachineTest;
import org.junit.jupiter.api.Test;

/** Tests that pass, and leave too much of the definition out: it is the class that fails. */
@RequireCoverage(90)
@StateMachineTest("order.asl.json")
class CoverageFailures {

    @Test
    void everything_goes_well(StateMachineHarness harness) {
        harness.mockLambda("charge-card").returns("{\"receipt\": \"r-1\"}");
        harness.mock("ShipOrder").returns("{\"MessageId\": \"m-1\"}");

        assertThat(harness.run("{\"order\": 7, \"total\": 129.90}")).hasSucceeded();
    }
}
