package io.github.asltestkit.samples;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.junit.StateMachineTest;
import org.junit.jupiter.api.Test;

/** The one test that most people write: all goes well. */
// tag::paid[]
@StateMachineTest("order.asl.json")
class PaidOrderTest {
    static void everythingWorks(StateMachineHarness harness) {
        harness.mockLambda("charge-card").returns("{\"receipt\": \"r-1\"}");
        harness.mock("ShipOrder").returns("{\"MessageId\": \"m-1\"}");
    }

    @Test
    void a_paid_order_is_shipped(StateMachineHarness harness) {
        everythingWorks(harness);

        assertThat(harness.run("{\"order\": 7, \"total\": 129.90}"))
                .hasSucceeded()
                .tookPath("ValidateOrder", "ChargeCard", "ShipOrder", "NotifyCustomer");
    }
}
// end::paid[]
