package io.github.asltestkit.samples.failing;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.junit.StateMachineTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Tests that are meant to fail: what they say is approved, word by word. */
@StateMachineTest("order.asl.json")
class OrderFailures {
    private static final String INPUT = "{\"order\": 7, \"total\": 129.90}";

    @Test
    void another_path(StateMachineHarness harness) {
        harness.mockLambda("charge-card").fails("Payment.Declined", "no funds");

        assertThat(harness.run(INPUT)).tookPath("ValidateOrder", "ChargeCard", "ShipOrder", "NotifyCustomer");
    }

    @Test
    void another_status(StateMachineHarness harness) {
        harness.mockLambda("charge-card").fails("Payment.Declined", "no funds");

        assertThat(harness.run(INPUT)).hasSucceeded();
    }

    @Test
    void another_error(StateMachineHarness harness) {
        harness.mockLambda("charge-card").fails("Bank.Busy", "try later");

        assertThat(harness.run(INPUT)).failedWith("Payment.Declined");
    }

    @Test
    void another_output(StateMachineHarness harness) {
        harness.mockLambda("charge-card").returns("{\"receipt\": \"r-1\"}");
        harness.mock("ShipOrder").returns("{}");

        assertThat(harness.run(INPUT)).output().node("/charge/receipt").isEqualTo("r-2");
    }

    @Test
    void fewer_attempts(StateMachineHarness harness) {
        harness.mockLambda("charge-card").fails("Bank.Busy", "try later").thenReturns("{\"receipt\": \"r-1\"}");
        harness.mock("ShipOrder").returns("{}");

        assertThat(harness.run(INPUT)).state("ChargeCard").wasAttempted(3);
    }

    @Test
    void a_shorter_time(StateMachineHarness harness) {
        harness.mockLambda("charge-card").fails("Bank.Busy", "try later").thenReturns("{\"receipt\": \"r-1\"}");
        harness.mock("ShipOrder").returns("{}");

        assertThat(harness.run(INPUT)).hasRunFor(Duration.ofSeconds(6));
    }

    @Test
    void a_call_that_nobody_mocked(StateMachineHarness harness) {
        harness.mockLambda("charge-card").returns("{\"receipt\": \"r-1\"}");

        harness.run(INPUT);
    }

    @Test
    void a_call_that_no_condition_matches(StateMachineHarness harness) {
        harness.mock("ChargeCard")
                .named("exact amount")
                .withParameter("$.Payload.amount", 130)
                .returns("{\"receipt\": \"r-1\"}");

        harness.run(INPUT);
    }

    @Test
    void a_mock_that_was_never_called(StateMachineHarness harness) {
        harness.mockLambda("charge-card").fails("Payment.Declined", "no funds");
        harness.mock("ShipOrder").returns("{}");

        harness.run(INPUT);
    }

    @Test
    void a_parameter_that_nobody_can_supply(Execution execution) {
        assertThat(execution).hasSucceeded();
    }
}
