package io.github.asltestkit.samples;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.junit.RequireCoverage;
import io.github.asltestkit.junit.RequireMutationScore;
import io.github.asltestkit.junit.StateMachineTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Retries and catches: what happens when the bank is busy, and when it says no. Between them, the tests leave nothing out, and
 * notice whatever small mistake somebody makes in the definition.
 */
// tag::score[]
@RequireMutationScore(100)
// end::score[]
// tag::require[]
@RequireCoverage(100)
@StateMachineTest("order.asl.json")
class OrderTest {
    // end::require[]
    private static final String INPUT = "{\"order\": 7, \"total\": 129.90}";

    // tag::busy[]
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
    // end::busy[]

    @Test
    void a_declined_card_ends_the_order_with_the_banks_words(StateMachineHarness harness) {
        harness.mockLambda("charge-card").fails("Payment.Declined", "no funds");

        Execution execution = harness.run(INPUT);

        assertThat(execution)
                .failedWith("Payment.Declined", "no funds")
                .tookPath("ValidateOrder", "ChargeCard", "RefundOrder", "OrderFailed");
    }

    @Test
    void goods_that_cannot_be_shipped_are_refunded(StateMachineHarness harness) {
        harness.mockLambda("charge-card").returns("{\"receipt\": \"r-1\"}");
        harness.mock("ShipOrder").fails("SQS.SdkClientException", "no connection");

        Execution execution = harness.run(INPUT);

        assertThat(execution)
                .failedWith("SQS.SdkClientException", "no connection")
                .tookPath("ValidateOrder", "ChargeCard", "ShipOrder", "RefundOrder", "OrderFailed");
    }

    @Test
    void money_that_may_have_moved_is_refunded(StateMachineHarness harness) {
        harness.mockLambda("charge-card").fails("Lambda.SdkClientException", "no answer");

        Execution execution = harness.run(INPUT);

        assertThat(execution)
                .failedWith("Lambda.SdkClientException")
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

    // tag::noticed[]
    @Test
    void the_bank_and_the_warehouse_are_told_what_they_need(StateMachineHarness harness) {
        harness.mockLambda("charge-card").returns("{\"receipt\": \"r-3\"}");
        harness.mock("ShipOrder").returns("{\"MessageId\": \"m-3\"}");

        Execution execution = harness.run("{\"order\": 7, \"total\": 129.90, \"coupon\": \"SPRING\"}");

        assertThat(execution)
                .call("ChargeCard")
                .parameters()
                .node("/Payload/order")
                .isEqualTo(7);
        assertThat(execution)
                .call("ShipOrder")
                .hasParameters("{\"QueueUrl\": \"https://sqs.us-east-1.amazonaws.com/123456789012/shipping\","
                        + " \"MessageBody\": \"r-3\"}");
        assertThat(execution)
                .output()
                .isEqualTo("{\"order\": 7, \"total\": 129.90, \"charge\": {\"receipt\": \"r-3\"}}");
    }

    @Test
    void a_bank_that_stays_busy_is_asked_three_times_and_the_order_refunded(StateMachineHarness harness) {
        harness.mockLambda("charge-card")
                .fails("Lambda.TooManyRequestsException", "Rate exceeded")
                .thenFails("Bank.Busy", "try later");

        assertThat(harness.run(INPUT)).state("ChargeCard").wasAttempted(3).wasCaughtBy("RefundOrder");
    }
    // end::noticed[]
}
