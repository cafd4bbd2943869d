package io.github.asltestkit.samples;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.junit.StateMachineTest;
import org.junit.jupiter.api.Test;

/** A part of a machine alone. */
@StateMachineTest("order.asl.json")
class PartTest {

    // tag::part[]
    @Test
    void a_paid_order_is_shipped(StateMachineHarness harness) {
        harness.mock("ShipOrder").returns("{\"MessageId\": \"m-1\"}");

        assertThat(harness.part().startingAt("ShipOrder").run("{\"order\": 7, \"charge\": {\"receipt\": \"r-1\"}}"))
                .hasSucceeded()
                .tookPath("ShipOrder", "NotifyCustomer")
                .call("ShipOrder")
                .parameters()
                .node("/MessageBody")
                .isEqualTo("r-1");
    }

    @Test
    void the_card_is_charged_and_nothing_more(StateMachineHarness harness) {
        harness.mockLambda("charge-card").returns("{\"receipt\": \"r-1\"}");

        assertThat(harness.part().stoppingAfter("ChargeCard").run("{\"order\": 7, \"total\": 9}"))
                .hasSucceeded()
                .tookPath("ValidateOrder", "ChargeCard")
                .output()
                .node("/charge/receipt")
                .isEqualTo("r-1");
    }
    // end::part[]
}
