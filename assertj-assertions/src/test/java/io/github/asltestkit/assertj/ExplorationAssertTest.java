package io.github.asltestkit.assertj;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;
import static io.github.asltestkit.assertj.Failing.fails;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.explore.Exploration;
import io.github.asltestkit.explore.ExploredRun;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What every run of an exploration keeps, and what is said of the smallest run that does not. */
class ExplorationAssertTest {
    private static final String JOB = """
            {
              "StartAt": "Settle",
              "States": {
                "Settle": {
                  "Type": "Task",
                  "Resource": "arn:aws:states:::batch:submitJob.sync",
                  "Parameters": {"JobName": "settle", "JobQueue": "q", "JobDefinition": "d"},
                  "End": true
                }
              }
            }
            """;

    private static final String APPROVAL = """
            {
              "StartAt": "Approve",
              "States": {
                "Approve": {
                  "Type": "Task",
                  "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                  "Parameters": {"QueueUrl": "https://q", "MessageBody": {"Token.$": "$$.Task.Token"}},
                  "Catch": [{"ErrorEquals": ["States.HeartbeatTimeout"], "Next": "Give up"}],
                  "End": true
                },
                "Give up": {"Type": "Fail"}
              }
            }
            """;

    private static StateMachineHarness harness(String name, String definition) {
        return StateMachineHarness.create(StateMachine.parse(name, definition));
    }

    private static Exploration job() {
        StateMachineHarness harness = harness("job.asl.json", JOB);
        harness.mock("Settle").jobSucceedsAfter(Duration.ofHours(6), "{}");
        return harness.explore("{}");
    }

    private static Exploration approval() {
        StateMachineHarness harness = harness("approval.asl.json", APPROVAL);
        harness.mock("Approve").callbackSucceedsAfter(Duration.ofHours(2), "{}");
        return harness.explore("{}");
    }

    @Test
    void a_rule_that_a_run_breaks() {
        assertThat(job()).always("it ends or waits", run -> true);
        fails(() -> assertThat(job()).always("the job is done", ExploredRun::hasSucceeded), """
                Not every run of job.asl.json keeps the rule "the job is done".

                     search: explored all 6 runs
                  broken in: 4 runs

                  the smallest: Settle is refused with Batch.ThrottlingException
                         ended: FAILED with Batch.ThrottlingException after 0s
                          plan: Settle@1.1 refused Batch.ThrottlingException

                  Execution of job.asl.json: FAILED after 0s with Batch.ThrottlingException: Injected by an exploration

                    +0s  Settle  Task
                    +0s  Settle  attempt 1: batch:submitJob.sync FAILED Batch.ThrottlingException: Injected by an exploration
                    +0s  Settle  FAILED Batch.ThrottlingException

                  The same as a test:

                    import static io.github.asltestkit.assertj.AslAssertions.assertThat;

                    import io.github.asltestkit.Execution;
                    import io.github.asltestkit.StateMachineHarness;
                    import io.github.asltestkit.junit.StateMachineTest;
                    import org.junit.jupiter.api.Test;

                    /** Written from an exploration: Settle is refused with Batch.ThrottlingException. */
                    @StateMachineTest("job.asl.json")
                    class CounterexampleTest {

                        @Test
                        void goes_wrong_as_it_was_found(StateMachineHarness harness) {
                            harness.mock("Settle")
                                    .fails("Batch.ThrottlingException", "Injected by an exploration");

                            Execution execution = harness.run("{}");

                            assertThat(execution)
                                    .failedWith("Batch.ThrottlingException")
                                    .tookPath("Settle");
                        }
                    }""");
    }

    private static void saysFirst(ThrowingCallable assertion, String beginning) {
        assertThatThrownBy(assertion).isInstanceOf(AssertionError.class).hasMessageStartingWith(beginning);
    }

    @Test
    void a_job_that_never_ends_where_nothing_limits_it() {
        saysFirst(() -> assertThat(job()).neverWaitsForTheQuota(), """
                A run of job.asl.json waits until the quota of the service ends it.

                     search: explored all 6 runs
                  broken in: 1 run

                  the smallest: Settle runs a job that never ends
                         ended: never; only the one-year quota of the service ends it
                """);
    }

    @Test
    void a_job_of_which_nobody_knows() {
        assertThat(job()).leavesNoJobRunning();
        saysFirst(() -> assertThat(job().lostResponses()).leavesNoJobRunning(), """
                A run of job.asl.json ends, and a job that it submitted runs on.

                     search: explored all 7 runs
                  broken in: 1 run

                  the smallest: Settle has its effect, and its response is lost with Batch.SdkClientException
                         ended: FAILED with Batch.SdkClientException after 0s
                    which left: the job of Settle  job.asl.json:4:15  /States/Settle
                """);
    }

    @Test
    void a_token_that_nobody_returns() {
        assertThat(job()).leavesNoTokenWaiting();
        saysFirst(() -> assertThat(approval()).leavesNoTokenWaiting(), """
                A run of approval.asl.json leaves a worker with a task token that nobody waits for, or waits for in vain.

                     search: explored all 6 runs
                  broken in: 1 run
                """);
    }

    @Test
    void a_function_that_counts_its_calls() {
        StateMachineHarness harness = harness("order.asl.json", Samples.ORDER);
        Exploration same = harness.explore("{}", each -> each.mock("ChargeCard").answers(call -> "{}"));
        assertThat(same.duplicates()).answersDuplicatesAlike();

        Exploration counting = harness.explore("{}", each -> {
            AtomicInteger calls = new AtomicInteger();
            each.mock("ChargeCard").answers(call -> calls.incrementAndGet());
        });
        assertThat(counting).answersDuplicatesAlike();
        saysFirst(() -> assertThat(counting.duplicates()).answersDuplicatesAlike(), """
                A function that order.asl.json calls gives another answer when it is called twice for one call.
                """);
    }

    @Test
    void a_handler_that_nothing_leads_to() {
        assertThat(approval()).entersEveryHandlerBut("Catch[0] of Approve");
        fails(() -> assertThat(approval()).entersEveryHandler(), """
                No run of approval.asl.json enters some of its Retriers and Catchers: no fault of its calls leads there.

                  search: explored all 6 runs

                  Catch[0] of Approve, ErrorEquals [States.HeartbeatTimeout]
                    at approval.asl.json:8:17  /States/Approve/Catch/0""");
    }

    @Test
    void a_sample_of_the_runs() {
        assertThat(job()).isComplete();
        fails(() -> assertThat(job().limit(3)).isComplete(), """
                Only a sample of the runs of job.asl.json was explored.

                  expected: all runs
                   but was: sampled 3 of 6, seed 1

                  to explore all: raise the limit with limit(...), or ask for fewer faults with failures(...)""");
    }

    private static final String RACE = """
            {"StartAt": "Both", "States": {"Both": {"Type": "Parallel", "End": true, "Branches": [
              {"StartAt": "A", "States": {"A": {"Type": "Fail", "Error": "A.Failed"}}},
              {"StartAt": "B", "States": {"B": {"Type": "Fail", "Error": "B.Failed"}}}]}}}
            """;

    @Test
    void two_branches_of_which_each_may_fail_first() {
        assertThat(job().orders()).hasOneOutcome();
        fails(
                () -> assertThat(harness("race.asl.json", RACE).explore("{}").orders())
                        .hasOneOutcome(),
                """
                Whichever branch of race.asl.json goes first, the outcome was expected to be the same, but it is not.

                  search: explored all 2 runs

                      with: no fault
                     ended: FAILED with A.Failed after 0s
                  but with: order 1
                     ended: FAILED with B.Failed after 0s

                  Execution of race.asl.json: FAILED after 0s with A.Failed

                    +0s  Both       Parallel
                    +0s  Both[0]/A  Fail A.Failed
                    +0s  Both[0]    FAILED
                    +0s  Both       attempt 1: FAILED A.Failed
                    +0s  Both       FAILED A.Failed

                  Execution of race.asl.json: FAILED after 0s with B.Failed

                    +0s  Both       Parallel
                    +0s  Both[1]/B  Fail B.Failed
                    +0s  Both[1]    FAILED
                    +0s  Both       attempt 1: FAILED B.Failed
                    +0s  Both       FAILED B.Failed""");
    }

    @Test
    void all_that_is_broken_at_once() {
        AslSoftAssertions softly = new AslSoftAssertions();
        softly.assertThat(job()).neverWaitsForTheQuota().always("the job is done", ExploredRun::hasSucceeded);
        assertThat(softly.assertionErrorsCollected()).hasSize(2);
    }
}
