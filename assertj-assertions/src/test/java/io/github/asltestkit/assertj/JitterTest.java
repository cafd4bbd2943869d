package io.github.asltestkit.assertj;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;
import static io.github.asltestkit.assertj.Failing.fails;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.asltestkit.Execution;
import io.github.asltestkit.HarnessOptions;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Waits that are random, which a test holds within bounds. */
class JitterTest {
    private static final String MACHINE = """
            {"StartAt": "Call", "States": {"Call": {"Type": "Task", "End": true,
              "Resource": "arn:aws:lambda:us-east-1:123456789012:function:call",
              "Retry": [{"ErrorEquals": ["Busy"], "IntervalSeconds": 10, "BackoffRate": 2, "MaxAttempts": 2,
                "JitterStrategy": "%s"}]}}}""";

    private static Execution run(String jitter, long seed) {
        StateMachineHarness harness = StateMachineHarness.create(
                StateMachine.parse("call.asl.json", MACHINE.formatted(jitter)),
                HarnessOptions.defaults().withSeed(seed));
        harness.mockLambda("call")
                .fails("Busy", "later")
                .thenFails("Busy", "later")
                .thenReturns("{}");
        return harness.run("{}");
    }

    @Test
    void waits_with_jitter_are_within_bounds_whatever_the_seed() {
        for (long seed = 1; seed <= 20; seed++) {
            assertThat(run("FULL", seed))
                    .hasRunForBetween(Duration.ZERO, Duration.ofSeconds(30))
                    .state("Call")
                    .waitedBetweenAttemptsAtMost(Duration.ofSeconds(10), Duration.ofSeconds(20))
                    .at(0)
                    .waitedBeforeRetryBetween(Duration.ZERO, Duration.ofSeconds(10));
        }
    }

    @Test
    void a_wait_outside_of_the_bounds() {
        fails(
                () -> assertThat(run("NONE", 1))
                        .state("Call")
                        .at(1)
                        .waitedBeforeRetryBetween(Duration.ZERO, Duration.ofSeconds(10)),
                """
                Call did not wait within the bounds after attempt 2.

                  expected wait: between 0s and 10s
                    actual wait: 20s

                  attempt 1: +0s, FAILED Busy
                  attempt 2: +10s, waited 10s, FAILED Busy
                  attempt 3: +30s, waited 20s, SUCCEEDED

                  at: call.asl.json:1:40  /States/Call""");
    }

    @Test
    void a_wait_that_is_longer_than_the_longest() {
        fails(
                () -> assertThat(run("NONE", 1))
                        .state("Call")
                        .waitedBetweenAttemptsAtMost(Duration.ofSeconds(10), Duration.ofSeconds(19)),
                """
                Call waited longer between its attempts than expected, or not as often.

                       at most: 10s, 19s
                  actual waits: 10s, 20s

                  attempt 1: +0s, FAILED Busy
                  attempt 2: +10s, waited 10s, FAILED Busy
                  attempt 3: +30s, waited 20s, SUCCEEDED

                  at: call.asl.json:1:40  /States/Call""");
    }

    @Test
    void an_execution_that_ran_outside_of_the_bounds() {
        fails(() -> assertThat(run("NONE", 1)).hasRunForBetween(Duration.ofSeconds(31), Duration.ofMinutes(1)), """
                Execution of call.asl.json did not run within the expected virtual time.

                  expected: between 31s and 1m
                   but was: 30s

                  why: Call was the last state and succeeded
                   at: call.asl.json:1:40  /States/Call""");
    }

    @Test
    void bounds_in_the_wrong_order_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> assertThat(run("NONE", 1)).hasRunForBetween(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .withMessage("The least is more than the most: 2s and 1s");
    }
}
