package io.github.asltestkit.samples.failing;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;
import static io.github.asltestkit.assertj.AslAssertions.assertThatDiagnostics;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.assertj.AslSoftAssertions;
import io.github.asltestkit.coverage.CoverageCounter;
import io.github.asltestkit.history.ExecutionHistory;
import io.github.asltestkit.inspection.ExecutionInspection;
import io.github.asltestkit.junit.StateMachineTest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One failure of each kind of assertion, on the orders of AssertionsTest. */
@StateMachineTest("order.asl.json")
class AssertionFailures {
    private Execution shipped;
    private Execution declined;

    @BeforeEach
    void two_orders(StateMachineHarness harness) {
        harness.mockLambda("charge-card").fails("Bank.Busy", "try later").thenReturns("{\"receipt\": \"r-1\"}");
        harness.mockLambda("charge-card").inExecution("declined").fails("Payment.Declined", "no funds");
        harness.mock("ShipOrder").named("the queue").returns("{\"MessageId\": \"m-1\"}");

        shipped = harness.run("{\"order\": 7, \"total\": 129.90}");
        declined = harness.startExecution("order", "declined", "{\"order\": 8, \"total\": 5000}");
    }

    @Test
    void status() {
        // tag::status[]
        assertThat(declined).hasSucceeded();
        // end::status[]
    }

    @Test
    void path() {
        // tag::path[]
        assertThat(declined).tookPath("ValidateOrder", "ChargeCard", "ShipOrder", "NotifyCustomer");
        // end::path[]
    }

    @Test
    void visits() {
        // tag::visits[]
        assertThat(declined).neverVisited("RefundOrder");
        // end::visits[]
    }

    @Test
    void waits() {
        // tag::waits[]
        assertThat(shipped).state("ChargeCard").waitedBetweenAttempts(Duration.ofSeconds(1));
        // end::waits[]
    }

    @Test
    void catcher() {
        // tag::catcher[]
        assertThat(declined).state("ChargeCard").wasCaughtBy(1);
        // end::catcher[]
    }

    @Test
    void money() {
        // tag::money[]
        assertThat(shipped).hasBilledStateTransitions(4);
        // end::money[]
    }

    @Test
    void calls() {
        // tag::calls[]
        assertThat(shipped).madeCallsOf("ChargeCard", "ShipOrder");
        // end::calls[]
    }

    @Test
    void history() {
        // tag::history[]
        ExecutionHistory history = ExecutionHistory.parse(declined.history().toJson());

        assertThat(history).state("ChargeCard").wasCaughtBy(0);
        // end::history[]
    }

    @Test
    void one_attempt() {
        // tag::stay[]
        ExecutionInspection inspection = ExecutionInspection.of(shipped.history(), shipped.definition());

        assertThat(inspection.visits("ChargeCard").get(0).attempts().get(0)).hasSucceeded();
        // end::stay[]
    }

    @Test
    void problems() {
        // tag::problems[]
        assertThatDiagnostics(() -> StateMachine.load("broken/targets.asl.json")).hasNoErrors();
        // end::problems[]
    }

    @Test
    void coverage() {
        // tag::coverage[]
        CoverageCounter counter = CoverageCounter.of(shipped.definition());
        counter.add(shipped.history(), shipped.notes());

        assertThat(counter.coverage()).isAtLeast(90);
        // end::coverage[]
    }

    @Test
    void soft() {
        // tag::soft[]
        AslSoftAssertions softly = new AslSoftAssertions();
        softly.assertThat(shipped).state("ChargeCard").wasAttempted(1).leadsTo("RefundOrder");
        softly.assertThat(shipped).state("RefundOrder").hasSucceeded().returnToExecution().hasFailed();
        softly.assertAll();
        // end::soft[]
    }

    @Test
    void words_of_ones_own() {
        // tag::words[]
        assertThat(shipped).as("order %d, paid at once", 7).state("ChargeCard").wasAttempted(1);
        // end::words[]
    }
}
