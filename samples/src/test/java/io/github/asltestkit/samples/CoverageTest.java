package io.github.asltestkit.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.coverage.CoverageCounter;
import io.github.asltestkit.coverage.CoverageItem;
import io.github.asltestkit.history.ExecutionNotes;
import io.github.asltestkit.junit.StateMachineTest;
import io.github.asltestkit.report.MachineDiagram;
import org.junit.jupiter.api.Test;

/** Coverage and diagrams by hand; with nothing to do they come from every build, see target/asl-testkit/index.html. */
@StateMachineTest("order.asl.json")
class CoverageTest {

    // tag::counter[]
    @Test
    void coverage_is_counted_from_histories(StateMachineHarness harness) {
        harness.mockLambda("charge-card").fails("Payment.Declined", "no funds");
        Execution declined = harness.run("{\"order\": 7, \"total\": 129.90}");

        CoverageCounter counter = CoverageCounter.of(declined.definition());
        counter.add(declined.history(), declined.notes());
        // counter.add(ExecutionHistory.parse(recorded), ExecutionNotes.UNKNOWN) for what AWS recorded

        assertThat(counter.coverage().ratio()).hasToString("50.0 % (7 of 14)");
        assertThat(counter.coverage().missedOutermost())
                .extracting(CoverageItem::missed)
                .containsExactly(
                        "Retry[0] of ChargeCard, Lambda.TooManyRequestsException, Bank.Busy, was never taken",
                        "Catch[1] of ChargeCard, States.ALL, was never taken",
                        "Next of ChargeCard, to ShipOrder, was never taken",
                        "ShipOrder was never entered",
                        "NotifyCustomer was never entered");
    }
    // end::counter[]

    @Test
    void a_recorded_history_counts_as_far_as_it_leaves_no_doubt(StateMachineHarness harness) {
        harness.mockLambda("charge-card").fails("Payment.Declined", "no funds");
        Execution declined = harness.run("{\"order\": 7, \"total\": 129.90}");

        CoverageCounter counter = CoverageCounter.of(declined.definition());
        counter.add(declined.history(), ExecutionNotes.UNKNOWN);

        assertThat(counter.coverage().ratio()).hasToString("42.8 % (6 of 14)");
    }

    // tag::mermaid[]
    @Test
    void a_diagram_for_a_readme(StateMachineHarness harness) {
        String mermaid = MachineDiagram.of(harness.stateMachine().definition()).mermaid();

        assertThat(mermaid)
                .startsWith("flowchart TD\n")
                .contains("s1[\"ChargeCard\"]", "s1 -.->|\"Payment.Declined, Bank.Busy\"| s4");
    }
    // end::mermaid[]
}
