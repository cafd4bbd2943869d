package io.github.asltestkit.samples.failing;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.junit.RequireCoverage;
import io.github.asltestkit.junit.RequireMutationScore;
import io.github.asltestkit.junit.StateMachineTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Tests that pass, leave nothing of the definition out, and would not notice much: it is the class that fails. */
// tag::tests[]
@RequireCoverage(100)
@RequireMutationScore(95)
@StateMachineTest("order-first.asl.json")
class MutationFailures {
    private static final String INPUT = "{\"order\": 7, \"total\": 129.90}";

    @Test
    void a_busy_bank_is_asked_again_after_two_and_after_four_seconds(StateMachineHarness harness) {
        harness.mockLambda("charge-card")
                .fails("Bank.Busy", "try later")
                .thenFails("Bank.Busy", "try later")
                .thenReturns("{\"receipt\": \"r-1\"}");
        harness.mock("ShipOrder").returns("{\"MessageId\": \"m-1\"}");

        Execution execution = harness.run(INPUT);

        assertThat(execution)
                .hasSucceeded()
                .tookPath("ValidateOrder", "ChargeCard", "ShipOrder", "NotifyCustomer")
                .hasRunFor(Duration.ofSeconds(2 + 4));
        assertThat(execution).state("ChargeCard").wasAttempted(3).at(1).waitedBeforeRetry(Duration.ofSeconds(4));
    }

    @Test
    void a_declined_card_ends_the_order_with_the_banks_words(StateMachineHarness harness) {
        harness.mockLambda("charge-card").fails("Payment.Declined", "no funds");

        assertThat(harness.run(INPUT))
                .failedWith("Payment.Declined", "no funds")
                .tookPath("ValidateOrder", "ChargeCard", "RefundOrder", "OrderFailed");
    }

    @Test
    void the_amount_decides_what_the_bank_answers(StateMachineHarness harness) {
        harness.mockLambda("charge-card").fails("Payment.Declined", "too much");
        harness.mockLambda("charge-card").withParameter("$.amount", 129.90).returns("{\"receipt\": \"r-2\"}");
        harness.mock("ShipOrder").lenient().returns("{}");

        assertThat(harness.run(INPUT)).hasSucceeded();
        assertThat(harness.run("{\"order\": 8, \"total\": 5000}")).failedWith("Payment.Declined");
    }
}
// end::tests[]
