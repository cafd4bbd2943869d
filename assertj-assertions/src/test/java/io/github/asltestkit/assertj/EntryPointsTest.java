package io.github.asltestkit.assertj;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;
import static io.github.asltestkit.assertj.AslAssertions.assertThatDiagnostics;
import static io.github.asltestkit.assertj.Failing.fails;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.coverage.Coverage;
import io.github.asltestkit.coverage.CoverageCounter;
import io.github.asltestkit.coverage.DefinitionCoverage;
import io.github.asltestkit.coverage.ItemKind;
import io.github.asltestkit.inspection.ExecutionInspection;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an assertion may start from: stays, attempts, calls, problems, coverage. */
class EntryPointsTest {
    private static final String BROKEN = """
            {
              "StartAt": "Pay",
              "States": {
                "Pay": {"Type": "Pass", "Next": "Shipp"},
                "Ship": {"Type": "Pass", "Next": "Nowhere"}
              }
            }
            """;

    private static ExecutionInspection inspected(Execution execution) {
        return ExecutionInspection.of(
                execution.history(), execution.definition(), execution.dataFlow(), execution.notes());
    }

    private static DefinitionCoverage coverage(Execution... executions) {
        CoverageCounter counter = CoverageCounter.of(executions[0].definition());
        for (Execution execution : executions) {
            counter.add(execution.history(), execution.notes());
        }
        return counter.coverage();
    }

    @Test
    void a_stay_and_an_attempt() {
        ExecutionInspection inspection = inspected(Samples.failed());
        assertThat(inspection.visits("ChargeCard").get(0))
                .wasAttempted(3)
                .wasCaughtBy(1)
                .returnToExecution()
                .failedWith("Order.Failed");
        assertThat(inspection.visits("ChargeCard").get(0).attempts().get(1))
                .failedWith("Payment.Declined")
                .wasRetriedBy(0)
                .waitedBeforeRetry(Duration.ofSeconds(2))
                .returnToState()
                .hasInput("{\"order\": 7}");
        fails(() -> assertThat(inspection.visits("ChargeCard").get(0)).hasSucceeded(), """
                ChargeCard did not end as expected.

                  expected: SUCCEEDED
                   but was: CAUGHT Payment.Declined

                  why: ChargeCard failed with Payment.Declined on attempt 3 (Retry[0], MaxAttempts 2, is exhausted), cause: no funds;
                       Catch[1], ErrorEquals ["Payment.Declined"], leads to RefundOrder
                   at: order.asl.json:12:9  /States/ChargeCard/Catch/1""");
    }

    @Test
    void a_call_of_the_journal() {
        assertThat(Samples.succeeded().calls().get(1))
                .wasMadeBy("ChargeCard")
                .wasMadeTo("arn:aws:states:::lambda:invoke")
                .wasMadeOnAttempt(2)
                .wasNotCancelled()
                .parameters()
                .node("/Payload/order")
                .isEqualTo(7);
        fails(() -> assertThat(Samples.succeeded().calls().get(1)).wasMadeTo("arn:aws:states:::sqs:sendMessage"), """
                The call of ChargeCard was not made as expected.

                    expected: to arn:aws:states:::sqs:sendMessage
                     but was: to arn:aws:states:::lambda:invoke
                  parameters: {"FunctionName":"charge-card","Payload":{"order":7}}

                  at: /States/ChargeCard""");
        fails(() -> assertThat(Samples.succeeded().calls().get(1)).wasCancelledBy("StopTask"), """
                The job of ChargeCard was expected to be cancelled by StopTask, but it was not cancelled.

                  expected: cancelled by StopTask
                   but was: not cancelled

                  at: /States/ChargeCard""");
    }

    @Test
    void problems_of_a_definition() {
        assertThatDiagnostics(() -> StateMachine.parse("ok.asl.json", Samples.ORDER))
                .hasNoErrors();
        assertThatDiagnostics(() -> StateMachine.parse("broken.asl.json", BROKEN))
                .contains("MISSING_TRANSITION_TARGET", "/States/Pay/Next")
                .doesNotContain("SCHEMA_VALIDATION_FAILED")
                .elements()
                .hasSizeGreaterThan(1);
        fails(
                () -> assertThatDiagnostics(() -> StateMachine.parse("broken.asl.json", BROKEN))
                        .hasNoErrors(),
                """
                The definition was expected to have no errors, but it has 3.

                  ERROR broken.asl.json:4:37: MISSING_TRANSITION_TARGET: Missing 'Next' target: Shipp (did you mean "Ship"?)
                     at /States/Pay/Next
                  ERROR broken.asl.json:5:38: MISSING_TRANSITION_TARGET: Missing 'Next' target: Nowhere
                     at /States/Ship/Next
                  ERROR broken.asl.json:3:13: MISSING_END_STATE: Workflow has no terminal state
                     at /States""");
        fails(
                () -> assertThatDiagnostics(() -> StateMachine.parse("broken.asl.json", BROKEN))
                        .contains("MISSING_TRANSITION_TARGETS"),
                """
                The definition was expected to have a problem MISSING_TRANSITION_TARGETS, but it has others.

                  hint: did you mean "MISSING_TRANSITION_TARGET"?

                  ERROR broken.asl.json:4:37: MISSING_TRANSITION_TARGET: Missing 'Next' target: Shipp (did you mean "Ship"?)
                     at /States/Pay/Next
                  ERROR broken.asl.json:5:38: MISSING_TRANSITION_TARGET: Missing 'Next' target: Nowhere
                     at /States/Ship/Next
                  ERROR broken.asl.json:3:13: MISSING_END_STATE: Workflow has no terminal state
                     at /States""");
        fails(
                () -> assertThatDiagnostics(() -> StateMachine.parse("broken.asl.json", BROKEN))
                        .containsExactly("MISSING_TRANSITION_TARGET"),
                """
                The problems of the definition are not the expected ones.

                  expected: MISSING_TRANSITION_TARGET
                  but were: MISSING_TRANSITION_TARGET, MISSING_TRANSITION_TARGET, MISSING_END_STATE

                  ERROR broken.asl.json:4:37: MISSING_TRANSITION_TARGET: Missing 'Next' target: Shipp (did you mean "Ship"?)
                     at /States/Pay/Next
                  ERROR broken.asl.json:5:38: MISSING_TRANSITION_TARGET: Missing 'Next' target: Nowhere
                     at /States/Ship/Next
                  ERROR broken.asl.json:3:13: MISSING_END_STATE: Workflow has no terminal state
                     at /States""");
        fails(() -> assertThatDiagnostics(List.of()).contains("MISSING_TRANSITION_TARGET", "/States/Pay/Next"), """
                The definition was expected to have a problem MISSING_TRANSITION_TARGET at /States/Pay/Next, but it has none.""");
    }

    @Test
    void coverage_of_a_definition() {
        DefinitionCoverage coverage = coverage(Samples.succeeded(), Samples.failed());
        assertThat(coverage)
                .isAtLeast(80)
                .coversAll(ItemKind.STATE, ItemKind.RETRIER)
                .coversState("RefundOrder");
        assertThat(Coverage.of(List.of(coverage))).isAtLeast(80);
        fails(() -> assertThat(coverage).isAtLeast(99.5), """
                The executions cover less of order.asl.json than expected.

                  expected: 99.5 %
                   but was: 92.8 % (13 of 14)

                  never taken:
                    order.asl.json:11:9  Catch[0] of ChargeCard, Other, was never taken""");
        fails(() -> assertThat(coverage).coversAll(ItemKind.CATCHER), """
                The executions were expected to cover each CATCHER in order.asl.json.

                  expected: 2 taken
                   but was: 1 taken

                  never taken:
                    order.asl.json:11:9  Catch[0] of ChargeCard, Other, was never taken""");
        fails(() -> assertThat(coverage).coversState("ChargeCard"), """
                The executions were expected to cover all of ChargeCard in order.asl.json.

                  expected: 5 taken
                   but was: 4 taken

                  never taken:
                    order.asl.json:11:9  Catch[0] of ChargeCard, Other, was never taken""");
        fails(() -> assertThat(coverage).coversState("ChargCard"), """
                There is no state ChargCard in order.asl.json.

                  states: ValidateOrder, ChargeCard, ShipOrder, NotifyCustomer, RefundOrder, OrderFailed
                    hint: did you mean "ChargeCard"?""");
        fails(() -> assertThat(coverage).isComplete(), """
                The executions were expected to cover everything in order.asl.json.

                  expected: 14 taken
                   but was: 13 taken

                  never taken:
                    order.asl.json:11:9  Catch[0] of ChargeCard, Other, was never taken""");
    }

    @Test
    void calls_in_an_order_with_gaps_and_jobs_that_were_cancelled() {
        assertThat(Samples.nested()).madeCallsInOrder("Call", "Call").cancelledJobsOf();
        fails(() -> assertThat(Samples.nested()).madeCallsInOrder("Call", "Wait"), """
                The calls were not made in the order expected.

                  expected in order: Call, Wait
                            missing: Wait after Call

                  call 1: +0s Each[0]/Both[1]/Call attempt 1 1
                  call 2: +0s Each[1]/Both[1]/Call attempt 1 2

                  why: Done was the last state and succeeded
                   at: nested.asl.json:30:13  /States/Done""");
        fails(() -> assertThat(Samples.nested()).cancelledJobsOf("Call"), """
                The jobs that were cancelled are not the expected ones.

                  expected: Call
                  but were: (none)

                  Each[0]/Both[1]/Call: not cancelled
                  Each[1]/Both[1]/Call: not cancelled

                  why: Done was the last state and succeeded
                   at: nested.asl.json:30:13  /States/Done""");
    }
}
