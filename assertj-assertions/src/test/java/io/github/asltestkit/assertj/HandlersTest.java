package io.github.asltestkit.assertj;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;
import static io.github.asltestkit.assertj.Failing.fails;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.history.ExecutionHistory;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Who handled an error: which Retrier, after which wait, and which Catcher. */
class HandlersTest {
    private static final String RETRIES = """
            {
              "StartAt": "Charge",
              "States": {
                "Charge": {
                  "Type": "Task",
                  "Resource": "arn:aws:states:::lambda:invoke",
                  "Parameters": {"FunctionName": "charge"},
                  "Retry": [
                    {"ErrorEquals": ["Busy"], "IntervalSeconds": 2, "MaxAttempts": 2},
                    {"ErrorEquals": ["States.ALL"], "IntervalSeconds": 10, "MaxAttempts": 1}
                  ],
                  "Catch": [
                    {"ErrorEquals": ["Declined"], "Next": "Refund"},
                    {"ErrorEquals": ["States.ALL"], "Next": "Refund"}
                  ],
                  "End": true
                },
                "Refund": {"Type": "Pass", "End": true}
              }
            }
            """;

    private static final String PARALLEL = """
            {
              "StartAt": "Both",
              "States": {
                "Both": {
                  "Type": "Parallel",
                  "Branches": [
                    {"StartAt": "Call", "States": {"Call": {"Type": "Task", "End": true,
                      "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "f"}}}}
                  ],
                  "Retry": [{"ErrorEquals": ["Busy"], "IntervalSeconds": 5}],
                  "End": true
                }
              }
            }
            """;

    private static StateMachineHarness harness() {
        return Samples.harness("charge.asl.json", RETRIES);
    }

    private static Execution charged() {
        StateMachineHarness harness = harness();
        harness.mock("Charge")
                .fails("Busy", "1")
                .thenFails("Other", "2")
                .thenFails("Busy", "3")
                .thenReturns("{\"receipt\": 1}");
        return harness.run();
    }

    private static Execution declined() {
        StateMachineHarness harness = harness();
        harness.mock("Charge").fails("Declined", "no funds");
        return harness.run();
    }

    @Test
    void each_attempt_tells_its_retrier_and_each_stay_its_catcher() {
        assertThat(charged())
                .state("Charge")
                .wasAttempted(4)
                .waitedBetweenAttempts(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofSeconds(4))
                .at(0)
                .wasRetriedBy(0)
                .at(1)
                .wasRetriedBy(1)
                .at(2)
                .wasRetriedBy(0)
                .at(3)
                .hasSucceeded()
                .result()
                .node("/receipt")
                .isEqualTo(1);
        assertThat(declined())
                .state("Charge")
                .at(0)
                .wasRetriedBy(1)
                .returnToState()
                .wasCaughtBy(0);
        assertThat(declined()).state("Charge").wasCaughtBy("Refund");
    }

    @Test
    void a_recorded_history_tells_them_with_the_definition() {
        ExecutionHistory history = ExecutionHistory.parse(charged().history().toJson());
        assertThat(history)
                .ofDefinition(charged().definition())
                .state("Charge")
                .at(1)
                .wasRetriedBy(1)
                .at(2)
                .wasRetriedBy(0);
        assertThat(declined().history())
                .ofDefinition(declined().definition())
                .state("Charge")
                .wasCaughtBy(0);
    }

    @Test
    void a_parallel_state_waits_before_it_starts_its_branches_anew() {
        StateMachineHarness harness = Samples.harness("both.asl.json", PARALLEL);
        harness.mock("Call").fails("Busy", "1").thenFails("Busy", "2").thenReturns("{}");
        assertThat(harness.run())
                .state("Both")
                .waitedBetweenAttempts(Duration.ofSeconds(5), Duration.ofSeconds(10))
                .at(0)
                .wasRetriedBy(0)
                .at(1)
                .wasRetriedBy(0);
    }

    @Test
    void an_attempt_that_a_redrive_made_has_no_retrier() {
        StateMachineHarness harness = harness();
        harness.mock("Charge").fails("States.Runtime", "1").thenReturns("{}");
        Execution execution = harness.run();
        harness.redrive(execution);
        harness.runToEnd(execution);
        assertThat(execution).hasSucceeded().state("Charge").wasAttempted(2);
        fails(() -> assertThat(execution).state("Charge").at(0).wasRetriedBy(0), """
                Attempt 1 of Charge was expected to be retried by Retry[0], but it was not.

                  expected: by Retry[0]
                   but was: tried again by a redrive

                  attempt 1: +0s, FAILED States.Runtime
                  attempt 2: +0s, waited 0s, SUCCEEDED

                  at: charge.asl.json:4:15  /States/Charge""");
    }

    @Test
    void another_retrier() {
        fails(() -> assertThat(charged()).state("Charge").at(1).wasRetriedBy(0), """
                Attempt 2 of Charge was expected to be retried by Retry[0], but it was not.

                  expected: by Retry[0]
                   but was: by Retry[1]

                  attempt 1: +0s, FAILED Busy
                  attempt 2: +2s, waited 2s, FAILED Other
                  attempt 3: +12s, waited 10s, FAILED Busy
                  attempt 4: +16s, waited 4s, SUCCEEDED

                  at: charge.asl.json:4:15  /States/Charge""");
        fails(() -> assertThat(declined()).state("Charge").at(1).wasRetriedBy(1), """
                Attempt 2 of Charge was expected to be retried by Retry[1], but it was not.

                  expected: by Retry[1]
                   but was: not tried again: FAILED

                  attempt 1: +0s, FAILED Declined
                  attempt 2: +10s, waited 10s, FAILED Declined

                  why: Charge failed with Declined on attempt 2 (Retry[1], MaxAttempts 1, is exhausted), cause: no funds; Catch[0],
                       ErrorEquals ["Declined"], leads to Refund
                   at: charge.asl.json:13:9  /States/Charge/Catch/0""");
        fails(() -> assertThat(charged().history()).state("Charge").at(1).wasRetriedBy(1), """
                Attempt 2 of Charge was expected to be retried by Retry[1], but it was not.

                  expected: by Retry[1]
                   but was: tried again; by which, needs the definition: ofDefinition(...)

                  attempt 1: +0s, FAILED Busy
                  attempt 2: +2s, waited 2s, FAILED Other
                  attempt 3: +12s, waited 10s, FAILED Busy
                  attempt 4: +16s, waited 4s, SUCCEEDED""");
    }

    @Test
    void another_catcher() {
        fails(() -> assertThat(declined()).state("Charge").wasCaughtBy(1), """
                Charge was expected to be caught by Catch[1], but it was not.

                  expected: by Catch[1]
                   but was: by Catch[0], then Refund

                  why: Charge failed with Declined on attempt 2 (Retry[1], MaxAttempts 1, is exhausted), cause: no funds; Catch[0],
                       ErrorEquals ["Declined"], leads to Refund
                   at: charge.asl.json:13:9  /States/Charge/Catch/0""");
        fails(() -> assertThat(charged()).state("Charge").wasCaughtBy(0), """
                Charge was expected to be caught by Catch[0], but it was not.

                  expected: by Catch[0]
                   but was: not caught: SUCCEEDED

                  at: charge.asl.json:4:15  /States/Charge""");
        fails(() -> assertThat(declined().history()).state("Charge").wasCaughtBy(0), """
                Charge was expected to be caught by Catch[0], but it was not.

                  expected: by Catch[0]
                   but was: caught, then Refund; by which, needs the definition: ofDefinition(...)

                  why: Charge failed with Declined on attempt 2, cause: no funds; the error was caught and led to Refund""");
    }

    @Test
    void other_waits_between_attempts() {
        fails(
                () -> assertThat(charged())
                        .state("Charge")
                        .waitedBetweenAttempts(Duration.ofSeconds(2), Duration.ofSeconds(4)),
                """
                Charge did not wait as expected between its attempts.

                  expected waits: 2s, 4s
                    actual waits: 2s, 10s, 4s
                                      ^ before attempt 3

                  attempt 1: +0s, FAILED Busy
                  attempt 2: +2s, waited 2s, FAILED Other
                  attempt 3: +12s, waited 10s, FAILED Busy
                  attempt 4: +16s, waited 4s, SUCCEEDED

                  at: charge.asl.json:4:15  /States/Charge""");
    }

    @Test
    void the_result_of_an_attempt_that_failed() {
        fails(() -> assertThat(charged()).state("Charge").at(0).result(), """
                Result of Charge, attempt 1 is not there: the attempt is FAILED.

                  at: charge.asl.json:4:15  /States/Charge""");
    }
}
