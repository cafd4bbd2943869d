package io.github.asltestkit.assertj;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;
import static io.github.asltestkit.assertj.Failing.fails;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.StateMachineType;
import io.github.asltestkit.history.ExecutionHistory;
import io.github.asltestkit.inspection.Awaited;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Timeouts and heartbeats, and whose fault it was that they were missed. */
class TimeoutsTest {
    private static final String ACTIVITY = "arn:aws:states:us-east-1:123456789012:activity:inspect";

    private static String task(String resource) {
        return """
                {
                  "StartAt": "Ask",
                  "TimeoutSeconds": 7200,
                  "States": {
                    "Ask": {
                      "Type": "Task",
                      "Resource": "%s",
                      "TimeoutSeconds": 3600,
                      "HeartbeatSeconds": 600,
                      "Parameters": {%s: "ask"},
                      "Next": "Rest"
                    },
                    "Rest": {"Type": "Wait", "Seconds": 10000, "End": true}
                  }
                }
                """.formatted(resource, asked(resource));
    }

    private static String asked(String resource) {
        return resource.contains(":sqs:")
                ? "\"QueueUrl\": \"q\", \"MessageBody\""
                : resource.contains(":ecs:") ? "\"TaskDefinition\"" : "\"FunctionName\"";
    }

    private static StateMachineHarness harness(String resource) {
        return Samples.harness("ask.asl.json", task(resource));
    }

    private static Execution taken() {
        StateMachineHarness harness = harness(ACTIVITY);
        Execution execution = harness.start();
        harness.clock().advanceBy(Duration.ofMinutes(1));
        String token = harness.getActivityTask(ACTIVITY, "Ada").taskToken();
        harness.clock().advanceBy(Duration.ofMinutes(5));
        harness.sendTaskHeartbeat(token);
        harness.clock().advanceBy(Duration.ofMinutes(4));
        harness.sendTaskHeartbeat(token);
        return execution;
    }

    private static Execution silent() {
        StateMachineHarness harness = harness("arn:aws:states:::sqs:sendMessage.waitForTaskToken");
        harness.mock("Ask").accepts();
        return harness.run();
    }

    private static Execution slow() {
        StateMachineHarness harness = harness("arn:aws:states:::lambda:invoke");
        harness.mock("Ask").returnsAfter(Duration.ofHours(2), "{}");
        return harness.run();
    }

    private static Execution resting() {
        StateMachineHarness harness = harness("arn:aws:states:::lambda:invoke");
        harness.mock("Ask").returns("{}");
        return harness.run();
    }

    @Test
    void a_timeout_tells_in_whose_fault_it_was() {
        StateMachineHarness nobody = harness(ACTIVITY);
        Execution untaken = nobody.start();
        nobody.clock().advanceBy(Duration.ofHours(1));
        assertThat(untaken).state("Ask").timedOut().timedOutAwaiting(Awaited.WORKER_TO_TAKE_IT);

        StateMachineHarness worker = harness(ACTIVITY);
        Execution fallenSilent = worker.start();
        worker.getActivityTask(ACTIVITY, "Ada");
        worker.clock().advanceBy(Duration.ofMinutes(10));
        assertThat(fallenSilent).state("Ask").missedHeartbeat().timedOutAwaiting(Awaited.WORKER_TO_REPORT);

        assertThat(slow()).state("Ask").timedOutAwaiting(Awaited.RESPONSE).at(0).timedOutAwaiting(Awaited.RESPONSE);

        StateMachineHarness job = harness("arn:aws:states:::ecs:runTask.sync");
        job.mock("Ask").jobNeverEnds();
        assertThat(job.run()).state("Ask").timedOutAwaiting(Awaited.JOB);

        assertThat(silent()).state("Ask").missedHeartbeat().timedOutAwaiting(Awaited.TASK_TOKEN);
        assertThat(ExecutionHistory.parse(silent().history().toJson()))
                .state("Ask")
                .timedOutAwaiting(Awaited.TASK_TOKEN);
    }

    @Test
    void heartbeats_are_counted() {
        assertThat(taken()).state("Ask").hasHeartbeats(2);
        assertThat(silent()).state("Ask").hasHeartbeats(0);
    }

    @Test
    void an_execution_tells_which_state_used_up_its_time() {
        assertThat(resting()).hasTimedOut().timedOutIn("Rest").hasRunFor(Duration.ofHours(2));
    }

    @Test
    void a_timeout_in_somebody_elses_fault() {
        fails(() -> assertThat(silent()).state("Ask").timedOutAwaiting(Awaited.RESPONSE), """
                Expected Ask to time out waiting for the response to its call, but it waited for the return of its task token.

                  expected: timed out, waiting for RESPONSE
                   but was: attempt 1 TIMED_OUT at +10m with States.Timeout, waiting for TASK_TOKEN

                  deadlines of Ask, attempt 1:
                    HeartbeatSeconds    600   set +0s   due +10m
                    TimeoutSeconds     3600   set +0s   due +1h

                  at: ask.asl.json:5:12  /States/Ask""");
        fails(() -> assertThat(resting()).state("Ask").timedOutAwaiting(Awaited.RESPONSE), """
                Expected Ask to time out waiting for the response to its call, but the task was completed first.

                  expected: timed out, waiting for RESPONSE
                   but was: attempt 1 SUCCEEDED at +0s, waiting for RESPONSE

                  deadlines of Ask, attempt 1:
                    HeartbeatSeconds    600   not counted, the call is over with its response
                    TimeoutSeconds     3600   set +0s                                           due +1h   <<<<< 1h after completion

                  at: ask.asl.json:5:12  /States/Ask""");
    }

    @Test
    void a_heartbeat_still_to_come() {
        fails(() -> assertThat(taken()).state("Ask").missedHeartbeat(), """
                Expected Ask to miss a heartbeat, but the task is still under way.

                  expected: heartbeat deadline passed
                   but was: attempt 1 RUNNING

                  deadlines of Ask, attempt 1:
                    HeartbeatSeconds    600   set +1m, renewed 2 times, last +10m   due +20m   <<<<< still to come: it is +10m
                    TimeoutSeconds     3600   set +1m                               due +1h1m

                  at: ask.asl.json:5:12  /States/Ask""");
    }

    @Test
    void a_timeout_before_a_heartbeat_was_due() {
        fails(() -> assertThat(slow()).state("Ask").missedHeartbeat(), """
                Expected Ask to miss a heartbeat, but its TimeoutSeconds passed first.

                  expected: heartbeat deadline passed
                   but was: attempt 1 TIMED_OUT at +1h with States.Timeout

                  deadlines of Ask, attempt 1:
                    HeartbeatSeconds    600   not counted, the call is over with its response
                    TimeoutSeconds     3600   set +0s                                           due +1h

                  at: ask.asl.json:5:12  /States/Ask""");
    }

    @Test
    void another_number_of_heartbeats() {
        fails(() -> assertThat(taken()).state("Ask").hasHeartbeats(3), """
                Ask was not sent the expected number of heartbeats in time.

                  expected: 3
                   but was: 2, at +6m, +10m

                  at: ask.asl.json:5:12  /States/Ask""");
        fails(() -> assertThat(taken().history()).state("Ask").hasHeartbeats(2), """
                Ask was not sent the expected number of heartbeats in time.

                  expected: 2
                   but was: unknown: the history of an execution does not show heartbeats""");
    }

    @Test
    void an_execution_that_timed_out_in_another_state() {
        fails(() -> assertThat(resting()).timedOutIn("Ask"), """
                Execution of ask.asl.json timed out in a different state than expected.

                  expected: Ask
                   but was: Rest
                   entered: Rest at +0s

                  why: TimeoutSeconds 7200 of the state machine passed at +2h, in Rest
                   at: ask.asl.json:13:13  /States/Rest""");
    }

    @Test
    void the_quota_that_an_execution_reached_is_told_from_its_own_limit() {
        StateMachine express = StateMachine.parse("ask.asl.json", task("arn:aws:states:::lambda:invoke"))
                .withType(StateMachineType.EXPRESS);
        StateMachineHarness harness = StateMachineHarness.create(express);
        harness.mock("Ask").returnsAfter(Duration.ofMinutes(6), "{}");

        fails(() -> assertThat(harness.run()).hasSucceeded(), """
                Execution of ask.asl.json was expected to succeed, but it timed out.

                  expected: SUCCEEDED
                   but was: TIMED_OUT with States.Timeout
                      path: Ask

                  why: the quota on executions passed at +5m, in Ask
                   at: ask.asl.json:5:12  /States/Ask""");
    }

    @Test
    void an_execution_that_failed_instead_of_timing_out() {
        fails(() -> assertThat(slow()).timedOutIn("Ask"), """
                Execution of ask.asl.json was expected to time out, but it failed.

                  expected: TIMED_OUT
                   but was: FAILED with States.Timeout
                      path: Ask

                  why: Ask timed out with States.Timeout on attempt 1
                   at: ask.asl.json:5:12  /States/Ask""");
    }

    @Test
    void tokens_tell_what_is_due_when() {
        assertThat(taken())
                .pendingTask("Ask")
                .isOfState("Ask")
                .isAttempt(1)
                .hasTaskToken()
                .wasNotSubmitted()
                .hasHeartbeats(2)
                .isDueAfter(Duration.ofMinutes(20))
                .hasParameters("{\"FunctionName\": \"ask\"}")
                .returnToExecution()
                .isRunning();
        assertThat(taken().pendingTasks().get(0)).isOfState("Ask").hasTaskToken();
        assertThat(Samples.waiting())
                .pendingTask("Push to SQS")
                .wasSubmitted()
                .parameters()
                .node("/QueueUrl")
                .isEqualTo("https://q")
                .and()
                .isDueAfter(Duration.ofMinutes(10));
    }

    @Test
    void an_activity_that_no_worker_took_is_due_when_its_time_is_up() {
        assertThat(harness(ACTIVITY).start()).pendingTask("Ask").isDueAfter(Duration.ofHours(1));
    }

    @Test
    void a_token_that_is_due_at_another_time() {
        fails(() -> assertThat(taken()).pendingTask("Ask").isDueAfter(Duration.ofMinutes(16)), """
                Attempt 1 of task Ask is not in the expected state.

                    expected: due at +16m
                     but was: due at +20m
                  parameters: {"FunctionName":"ask"}

                  at: ask.asl.json:5:12  /States/Ask""");
        fails(() -> assertThat(taken().pendingTasks().get(0)).wasSubmitted(), """
                Attempt 1 of task Ask is not in the expected state.

                    expected: submitted
                     but was: not submitted
                  parameters: {"FunctionName":"ask"}

                  at: /States/Ask""");
    }

    @Test
    void a_task_that_is_not_under_way() {
        fails(() -> assertThat(resting()).pendingTask("Ask"), """
                No task of Ask waits for its task token.

                   but was: Ask entered at +0s, SUCCEEDED
                  attempts: 1 at +0s SUCCEEDED
                    status: TIMED_OUT

                  why: TimeoutSeconds 7200 of the state machine passed at +2h, in Rest
                   at: ask.asl.json:13:13  /States/Rest""");
    }
}
