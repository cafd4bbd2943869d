package io.github.asltestkit.assertj;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;
import static io.github.asltestkit.assertj.Failing.fails;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachineHarness;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Calls, and the jobs behind them: each assertion as it holds, and the whole text of its failure. */
class CallAssertTest {
    private static final String JOBS = """
            {
              "StartAt": "Both",
              "States": {
                "Both": {
                  "Type": "Parallel",
                  "End": true,
                  "Branches": [
                    {"StartAt": "Render", "States": {"Render": {"Type": "Task", "End": true,
                      "Resource": "arn:aws:states:::ecs:runTask.sync", "Parameters": {"TaskDefinition": "c"}}}},
                    {"StartAt": "Check", "States": {"Check": {"Type": "Task", "End": true,
                      "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "check"}}}}
                  ]
                }
              }
            }""";

    private static Execution jobs(boolean cancelled) {
        StateMachineHarness harness = Samples.harness("jobs.asl.json", JOBS);
        if (cancelled) {
            harness.mock("Render").jobNeverEnds();
        } else {
            harness.mock("Render").jobNeverEnds().whoseCancelFails("not allowed");
        }
        harness.mock("Check").failsAfter(Duration.ofMinutes(1), "Bad", "no");
        return harness.run();
    }

    @Test
    void calls_are_told_by_state_order_parameters_attempt_and_time() {
        assertThat(Samples.succeeded())
                .madeCallsOf("ChargeCard", "ChargeCard")
                .call("ChargeCard", 2)
                .hasParameters("{\"FunctionName\": \"charge-card\", \"Payload\": {\"order\": 7}}")
                .wasMadeOnAttempt(2)
                .wasMadeAfter(Duration.ofSeconds(1))
                .wasNotCancelled()
                .returnToExecution()
                .hasSucceeded();
        assertThat(jobs(true)).call("Both[0]/Render").wasCancelledBy("StopTask");
        assertThat(jobs(false)).call("Render").couldNotBeCancelled("not allowed");
    }

    @Test
    void a_call_that_was_not_made() {
        fails(() -> assertThat(Samples.succeeded()).call("ChargeCart"), """
                State ChargeCart made no call.

                  call 1: +0s ChargeCard attempt 1 {"FunctionName":"charge-card","Payload":{"order":7}}
                  call 2: +1s ChargeCard attempt 2 {"FunctionName":"charge-card","Payload":{"order":7}}
                    hint: did you mean "ChargeCard"?

                  why: NotifyCustomer was the last state and succeeded
                   at: order.asl.json:17:23  /States/NotifyCustomer""");
    }

    @Test
    void a_call_too_many() {
        fails(() -> assertThat(Samples.succeeded()).call("ChargeCard", 3), """
                State ChargeCard made 2 calls, but call 3 was asked for.

                  call 1: +0s ChargeCard attempt 1 {"FunctionName":"charge-card","Payload":{"order":7}}
                  call 2: +1s ChargeCard attempt 2 {"FunctionName":"charge-card","Payload":{"order":7}}

                  why: NotifyCustomer was the last state and succeeded
                   at: order.asl.json:17:23  /States/NotifyCustomer""");
    }

    @Test
    void calls_in_another_order() {
        fails(() -> assertThat(jobs(true)).madeCallsOf("Check", "Render"), """
                The calls are not the expected ones.

                  expected: Check, Render
                  but were: Render, Check

                  call 1: +0s Both[0]/Render attempt 1 {"TaskDefinition":"c","StartedBy":"AWS Step Functions"}
                  call 2: +0s Both[1]/Check attempt 1 {"FunctionName":"check"}

                  why: Both[1]/Check failed with Bad on attempt 1, cause: no
                   at: jobs.asl.json:10:50  /States/Both/Branches/1/States/Check""");
    }

    @Test
    void another_attempt_and_another_time() {
        fails(() -> assertThat(Samples.succeeded()).call("ChargeCard").wasMadeOnAttempt(2), """
                The call of ChargeCard was not made as expected.

                    expected: on attempt 2
                     but was: on attempt 1
                  parameters: {"FunctionName":"charge-card","Payload":{"order":7}}

                  at: order.asl.json:5:19  /States/ChargeCard""");
        fails(() -> assertThat(Samples.succeeded()).call("ChargeCard").wasMadeAfter(Duration.ofSeconds(1)), """
                The call of ChargeCard was not made as expected.

                    expected: after 1s
                     but was: after 0s
                  parameters: {"FunctionName":"charge-card","Payload":{"order":7}}

                  at: order.asl.json:5:19  /States/ChargeCard""");
    }

    @Test
    void other_parameters() {
        fails(
                () -> assertThat(Samples.succeeded())
                        .call("ChargeCard")
                        .parameters()
                        .node("/Payload/order")
                        .isEqualTo(8),
                """
                /Payload/order of the parameters of the call of ChargeCard is not the JSON expected.

                  expected: 8
                   but was: 7

                  at: order.asl.json:5:19  /States/ChargeCard""");
    }

    @Test
    void a_job_that_was_cancelled_otherwise() {
        fails(() -> assertThat(jobs(true)).call("Render").wasCancelledBy("TerminateJob"), """
                The job of Both[0]/Render was expected to be cancelled by TerminateJob, but it was cancelled by StopTask.

                  expected: cancelled by TerminateJob
                   but was: cancelled by StopTask (branch failed)

                  at: jobs.asl.json:8:52  /States/Both/Branches/0/States/Render""");
        fails(() -> assertThat(jobs(false)).call("Render").wasNotCancelled(), """
                The job of Both[0]/Render was expected to be left alone, but it could not be cancelled.

                  expected: not cancelled
                   but was: StopTask failed: not allowed (branch failed)

                  at: jobs.asl.json:8:52  /States/Both/Branches/0/States/Render""");
        fails(() -> assertThat(Samples.succeeded()).call("ChargeCard").couldNotBeCancelled("x"), """
                The job of ChargeCard was expected to outlast its cancel, but it was not cancelled.

                  expected: not cancelled: x
                   but was: not cancelled

                  at: order.asl.json:5:19  /States/ChargeCard""");
    }
}
