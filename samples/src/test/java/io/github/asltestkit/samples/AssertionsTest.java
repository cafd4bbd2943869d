package io.github.asltestkit.samples;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;
import static io.github.asltestkit.assertj.AslAssertions.assertThatDiagnostics;
import static io.github.asltestkit.assertj.AslSoftAssertions.assertAslSoftly;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.coverage.CoverageCounter;
import io.github.asltestkit.coverage.ItemKind;
import io.github.asltestkit.history.ExecutionHistory;
import io.github.asltestkit.inspection.ExecutionInspection;
import io.github.asltestkit.inspection.StateVisit;
import io.github.asltestkit.junit.StateMachineTest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What can be asserted on an order whose payment is tried again, or declined. */
@StateMachineTest("order.asl.json")
class AssertionsTest {
    private Execution shipped;
    private Execution declined;

    // tag::orders[]
    @BeforeEach
    void two_orders(StateMachineHarness harness) {
        harness.mockLambda("charge-card").fails("Bank.Busy", "try later").thenReturns("{\"receipt\": \"r-1\"}");
        harness.mockLambda("charge-card").inExecution("declined").fails("Payment.Declined", "no funds");
        harness.mock("ShipOrder").named("the queue").returns("{\"MessageId\": \"m-1\"}");

        shipped = harness.run("{\"order\": 7, \"total\": 129.90}");
        declined = harness.startExecution("order", "declined", "{\"order\": 8, \"total\": 5000}");
    }
    // end::orders[]

    @Test
    void status() {
        // tag::status[]
        assertThat(shipped).hasSucceeded();
        assertThat(declined).failedWith("Payment.Declined", "no funds");
        // end::status[]
    }

    @Test
    void path() {
        // tag::path[]
        assertThat(shipped)
                .tookPath("ValidateOrder", "ChargeCard", "ShipOrder", "NotifyCustomer")
                .tookPathInOrder("ValidateOrder", "ShipOrder")
                .tookPathMatching("ValidateOrder -> .* -> NotifyCustomer");
        // end::path[]
    }

    @Test
    void visits() {
        // tag::visits[]
        assertThat(shipped)
                .visited("ChargeCard", "ShipOrder")
                .neverVisited("RefundOrder")
                .visitedTimes("ChargeCard", 1);
        assertThat(shipped).state("ChargeCard").leadsTo("ShipOrder");
        // end::visits[]
    }

    @Test
    void attempts() {
        // tag::attempts[]
        assertThat(shipped)
                .state("ChargeCard")
                .wasAttempted(2)
                .waitedBetweenAttempts(Duration.ofSeconds(2))
                .at(0)
                .failedWith("Bank.Busy", "try later")
                .wasRetriedBy(0)
                .at(1)
                .hasSucceeded()
                .result()
                .node("/Payload/receipt")
                .isEqualTo("r-1");
        assertThat(declined)
                .state("ChargeCard")
                .failedWith("Payment.Declined")
                .wasCaughtBy(0)
                .wasCaughtBy("RefundOrder");
        // end::attempts[]
    }

    @Test
    void money() {
        // tag::money[]
        assertThat(shipped).hasBilledStateTransitions(4 + 1); // four states, and one retry
        // end::money[]
    }

    @Test
    void calls() {
        // tag::calls[]
        assertThat(shipped)
                .madeCallsOf("ChargeCard", "ChargeCard", "ShipOrder")
                .madeCallsInOrder("ChargeCard", "ShipOrder")
                .cancelledJobsOf() // of no state
                .call("ChargeCard", 2)
                .wasMadeOnAttempt(2)
                .wasMadeAfter(Duration.ofSeconds(2))
                .hasParameters("{\"FunctionName\": \"charge-card\", \"Payload\": {\"order\": 7, \"amount\": 129.90}}")
                .returnToExecution()
                .call("ShipOrder")
                .wasMadeTo("arn:aws:states:::sqs:sendMessage")
                .wasAnsweredBy("the queue");
        // end::calls[]
    }

    @Test
    void history() {
        // tag::history[]
        ExecutionHistory history = ExecutionHistory.parse(declined.history().toJson());

        assertThat(history)
                .ofDefinition(declined.definition())
                .failedWith("Payment.Declined")
                .state("ChargeCard")
                .wasCaughtBy(0);
        // end::history[]
    }

    @Test
    void one_stay() {
        // tag::stay[]
        ExecutionInspection inspection = ExecutionInspection.of(shipped.history(), shipped.definition());
        StateVisit charge = inspection.visits("ChargeCard").get(0);

        assertThat(charge).wasAttempted(2).leadsTo("ShipOrder");
        assertThat(charge.attempts().get(0)).failedWith("Bank.Busy");
        assertThat(shipped.calls().get(0)).wasMadeBy("ChargeCard");
        assertThat(shipped.input()).node("/order").isEqualTo(7);
        // end::stay[]
    }

    @Test
    void problems() {
        // tag::problems[]
        assertThatDiagnostics(shipped.stateMachine().diagnostics()).hasNoErrors();
        assertThatDiagnostics(() -> StateMachine.load("broken/targets.asl.json"))
                .contains("MISSING_TRANSITION_TARGET", "/States/ValidateOrder/Next")
                .doesNotContain("MISSING_END_STATE");
        // end::problems[]
    }

    @Test
    void coverage() {
        // tag::coverage[]
        CoverageCounter counter = CoverageCounter.of(shipped.definition());
        counter.add(shipped.history(), shipped.notes());
        counter.add(declined.history(), declined.notes());

        assertThat(counter.coverage())
                .isAtLeast(80)
                .coversAll(ItemKind.STATE, ItemKind.RETRIER)
                .coversState("RefundOrder");
        // end::coverage[]
    }

    @Test
    void soft() {
        // tag::soft[]
        assertAslSoftly(softly -> {
            softly.assertThat(shipped).hasSucceeded().state("ChargeCard").wasAttempted(2);
            softly.assertThat(declined).hasFailed().neverVisited("ShipOrder");
        });
        // end::soft[]
    }

    @Test
    void words_of_ones_own() {
        // tag::words[]
        assertThat(shipped)
                .as("order %d, paid at the second try", 7)
                .satisfies(order -> assertThat(order.elapsed()).isLessThan(Duration.ofMinutes(1)))
                .state("ChargeCard")
                .wasAttempted(2)
                .at(1)
                .hasSucceeded()
                .returnToState()
                .leadsTo("ShipOrder")
                .returnToExecution()
                .hasSucceeded();
        // end::words[]
    }
}
