package io.github.asltestkit.samples;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.junit.StateMachineTest;
import io.github.asltestkit.mock.RecordedCall;
import org.junit.jupiter.api.Test;

/** What was called, how often and with what. */
@StateMachineTest("order.asl.json")
class CallJournalTest {

    // tag::journal[]
    @Test
    void the_card_is_charged_until_the_bank_has_time_and_the_order_is_shipped_once(StateMachineHarness harness) {
        harness.mockLambda("charge-card").fails("Bank.Busy", "later").thenReturns("{\"receipt\": \"r-1\"}");
        harness.mock("ShipOrder").named("the queue").returns("{\"MessageId\": \"m-1\"}");

        harness.run("{\"order\": 7, \"total\": 12}");

        assertThat(harness.calls()).wereMadeBy("ChargeCard", "ChargeCard", "ShipOrder");
        assertThat(harness.calls().ofLambda("charge-card").withParameter("$.order", 7))
                .wereMade(2);
        assertThat(harness.calls().ofService("sqs", "sendMessage")).wasMadeOnce();
        assertThat(harness.calls().ofState("RefundOrder")).wereNeverMade();
        assertThat(harness.calls().ofState("ChargeCard").onAttempt(1))
                .list()
                .extracting(RecordedCall::answer)
                .containsExactly("fails: Bank.Busy: later");
    }
    // end::journal[]
}
