package io.github.asltestkit.assertj;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;
import static io.github.asltestkit.assertj.Failing.fails;

import io.github.asltestkit.SingleState;
import io.github.asltestkit.StateMachine;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a state alone did: each assertion once as it holds, once with the whole text of its failure. */
class SingleStateAssertTest {
    private static final SingleState CHARGE =
            SingleState.of(StateMachine.parse("charge.asl.json", """
                    {
                      "StartAt": "Charge",
                      "States": {
                        "Charge": {
                          "Type": "Task",
                          "Resource": "arn:aws:states:::lambda:invoke",
                          "Parameters": {"FunctionName": "charge", "Payload.$": "$.order"},
                          "ResultPath": "$.charge",
                          "Retry": [
                            {"ErrorEquals": ["Busy"], "IntervalSeconds": 2, "BackoffRate": 3, "MaxAttempts": 2},
                            {"ErrorEquals": ["Lambda.TooManyRequestsException"], "MaxAttempts": 1}
                          ],
                          "Catch": [
                            {"ErrorEquals": ["Declined"], "ResultPath": "$.error", "Next": "Refund"},
                            {"ErrorEquals": ["Lambda.TooManyRequestsException"], "Next": "Done"}
                          ],
                          "Next": "Done"
                        },
                        "Refund": {"Type": "Pass", "Next": "Done"},
                        "Done": {"Type": "Succeed"}
                      }
                    }"""), "Charge").withInput("{\"order\": 7}");

    private static final SingleState DONE = SingleState.ofState("{\"Type\": \"Succeed\"}");

    private static final String AT = "   at: charge.asl.json:4:15  /States/Charge";

    @Test
    void a_retry_is_told_by_its_wait_and_leads_to_the_state_itself() {
        assertThat(CHARGE.withError("Busy").run())
                .isRetriable()
                .failedWith("Busy")
                .matchedRetrier(0)
                .retriesAfter(Duration.ofSeconds(2))
                .movesTo("Charge");
        assertThat(CHARGE.withError("Busy").withRetries(1).run()).retriesAfter(Duration.ofSeconds(6));
    }

    @Test
    void a_handler_of_the_state_around_is_told_with_its_state() {
        SingleState inner = SingleState.of(StateMachine.parse("both.asl.json", """
                {"StartAt": "Both", "States": {
                  "Both": {"Type": "Parallel", "End": true,
                    "Retry": [{"ErrorEquals": ["Busy"]}], "Catch": [{"ErrorEquals": ["Declined"], "Next": "Refund"}],
                    "Branches": [{"StartAt": "Charge", "States": {"Charge": {"Type": "Task", "End": true,
                      "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "charge"}}}}]},
                  "Refund": {"Type": "Succeed"}}}"""), "Charge");

        assertThat(inner.withError("Busy").run()).isRetriable().movesTo("Both");
        fails(() -> assertThat(inner.withError("Declined").run()).endsTheExecution(), """
                Charge was expected to end the execution, but it leads on.

                  actual next: Refund

                  why: Charge failed with Declined; no Retrier matches; Catch[0] of Both leads to Refund
                   at: both.asl.json:4:61  /States/Both/Branches/0/States/Charge""");
    }

    @Test
    void a_catch_is_told_by_its_index_and_where_it_leads() {
        assertThat(CHARGE.withError("Declined", "no funds").run())
                .isCaught()
                .wasCaughtBy(0)
                .movesTo("Refund")
                .hasOutput("{\"order\": 7, \"error\": {\"Error\": \"Declined\", \"Cause\": \"no funds\"}}");
    }

    @Test
    void a_result_is_told_by_its_output_and_its_way() {
        assertThat(CHARGE.withResult("{\"Payload\": true}").run())
                .hasSucceeded()
                .movesTo("Done")
                .inspected("afterParameters")
                .isEqualTo("{\"FunctionName\": \"charge\", \"Payload\": 7}")
                .and()
                .output()
                .node("/charge/Payload")
                .isEqualTo(true);
        assertThat(DONE.run()).hasSucceeded().endsTheExecution();
    }

    @Test
    void another_status() {
        fails(
                () -> assertThat(CHARGE.withError("Busy", "later").run()).isCaught(),
                """
                Charge did not end as expected.

                  expected: CAUGHT_ERROR
                   but was: RETRIABLE with Busy, cause: later

                  why: Charge failed with Busy; Retry[0] tries again after 2s
                """ + AT.indent(0).stripTrailing());
        fails(() -> assertThat(DONE.run()).hasFailed(), """
                StateName did not end as expected.

                  expected: FAILED
                   but was: SUCCEEDED

                  why: StateName succeeded and ends the execution""");
    }

    @Test
    void another_error() {
        fails(() -> assertThat(CHARGE.withError("Declined").run()).failedWith("Refused"), """
                Charge did not fail as expected.

                  expected: an error Refused
                   but was: CAUGHT_ERROR with Declined

                  why: Charge failed with Declined; no Retrier matches; Catch[0] leads to Refund
                """ + AT);
    }

    @Test
    void another_wait() {
        fails(
                () -> assertThat(CHARGE.withError("Busy").withRetries(1).run()).retriesAfter(Duration.ofSeconds(4)),
                """
                Charge would be retried after a different time.

                  expected: 4s
                   but was: 6s

                  why: Charge failed with Busy; Retry[0] tries again after 6s
                """ + AT);
    }

    @Test
    void another_retrier() {
        fails(() -> assertThat(CHARGE.withError("Busy").run()).matchedRetrier(1), """
                The error of Charge matched another Retrier.

                  expected: Retry[1]
                   but was: Retry[0]

                  why: Charge failed with Busy; Retry[0] tries again after 2s
                """ + AT);
        fails(() -> assertThat(CHARGE.withError("Declined").run()).matchedRetrier(1), """
                The error of Charge matched no Retrier.

                  expected: Retry[1]
                   but was: none

                  why: Charge failed with Declined; no Retrier matches; Catch[0] leads to Refund
                """ + AT);
    }

    @Test
    void another_catcher() {
        fails(
                () -> assertThat(CHARGE.withError("Lambda.TooManyRequestsException")
                                .withRetries(1)
                                .run())
                        .wasCaughtBy(0),
                """
                The error of Charge was caught by another Catcher.

                  expected: Catch[0]
                   but was: Catch[1]

                  why: Charge failed with Lambda.TooManyRequestsException; Retry[1] matches, but is exhausted; Catch[1] leads to Done
                """ + AT);
    }

    @Test
    void another_next_state() {
        fails(() -> assertThat(CHARGE.withError("Unknown").run()).movesTo("Refund"), """
                Charge does not lead to the expected state.

                  expected next: Refund
                    actual next: (none, the execution ends)

                  why: Charge failed with Unknown; no Retrier matches; no Catcher matches
                """ + AT);
        fails(() -> assertThat(CHARGE.withError("Busy").run()).endsTheExecution(), """
                Charge was expected to end the execution, but it leads on.

                  actual next: Charge

                  why: Charge failed with Busy; Retry[0] tries again after 2s
                """ + AT);
    }

    @Test
    void a_step_that_was_not_taken() {
        fails(() -> assertThat(CHARGE.withError("Declined").run()).inspected("afterParameter"), """
                Charge took no step afterParameter.

                  steps: input, afterInputPath, afterParameters, afterResultPath, errorDetails
                   hint: did you mean "afterParameters"?

                  why: Charge failed with Declined; no Retrier matches; Catch[0] leads to Refund
                """ + AT);
    }

    @Test
    void an_output_that_is_not_there() {
        fails(() -> assertThat(CHARGE.withError("Busy").run()).output(), """
                Output of Charge is not there: the state is RETRIABLE.

                  why: Charge failed with Busy; Retry[0] tries again after 2s
                """ + AT);
    }
}
