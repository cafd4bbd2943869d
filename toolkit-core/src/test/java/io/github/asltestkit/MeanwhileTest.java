package io.github.asltestkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.asltestkit.history.ExecutionStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a test does while executions run. */
class MeanwhileTest {
    private final StateMachineHarness harness = StateMachineHarness.create(StateMachine.parse("approve.asl.json", """
            {"StartAt": "Prepare", "States": {
              "Prepare": {"Type": "Wait", "Seconds": 60, "Next": "Approve"},
              "Approve": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                "Parameters": {"QueueUrl": "q", "MessageBody": {"Token.$": "$$.Task.Token"}},
                "HeartbeatSeconds": 600, "Retry": [{"ErrorEquals": ["Again"], "IntervalSeconds": 1}], "Next": "Ship"},
              "Ship": {"Type": "Pass", "Next": "Pack"},
              "Pack": {"Type": "Wait", "Seconds": 30, "End": true}}}"""));

    @Test
    void a_person_approves_after_seven_minutes_of_one_run() {
        harness.mock("Approve").accepts();
        harness.meanwhile()
                .whenTokenIssued(
                        "Approve",
                        (token, call) -> harness.meanwhile()
                                .after(Duration.ofMinutes(7), () -> harness.sendTaskSuccess(token, "{\"ok\": true}")));

        Execution execution = harness.run("{}");

        assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(execution.elapsed()).isEqualTo(Duration.ofMinutes(8).plusSeconds(30));
        assertThat(harness.unused()).isNull();
    }

    @Test
    void a_token_of_each_attempt_is_told() {
        harness.mock("Approve").accepts();
        List<Integer> attempts = new ArrayList<>();
        harness.meanwhile().whenTokenIssued("Approve", (token, call) -> {
            attempts.add(call.attempt());
            if (call.attempt() < 3) {
                harness.sendTaskFailure(token, "Again", null);
            } else {
                harness.sendTaskSuccess(token, "{}");
            }
        });

        assertThat(harness.run("{}").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(attempts).containsExactly(1, 2, 3);
    }

    @Test
    void an_action_at_a_time_stops_the_execution_there() {
        harness.mock("Approve").accepts();
        harness.meanwhile()
                .after(
                        Duration.ofMinutes(2),
                        () -> harness.stop(harness.executions().get(0), "Shop.Closed", null));

        Execution execution = harness.run("{}");

        assertThat(execution.status()).isEqualTo(ExecutionStatus.ABORTED);
        assertThat(execution.elapsed()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void an_action_on_a_state_runs_when_all_of_that_instant_is_done() {
        harness.mock("Approve").callbackSucceedsAfter(Duration.ZERO, "{}");
        List<String> seen = new ArrayList<>();
        harness.meanwhile().whenEntered("Ship", execution -> {
            seen.add(execution.status() + " " + execution.elapsed());
            harness.stop(execution, null, null);
        });

        Execution execution = harness.run("{}");

        assertThat(seen).containsExactly("RUNNING PT1M");
        assertThat(execution.history().events())
                .extracting(event -> event.type().apiName())
                .contains("WaitStateEntered");
        assertThat(execution.status()).isEqualTo(ExecutionStatus.ABORTED);
    }

    @Test
    void a_condition_is_met_once_in_each_execution() {
        harness.mock("Approve").callbackSucceedsAfter(Duration.ofSeconds(5), "{}");
        List<String> met = new ArrayList<>();
        harness.meanwhile()
                .when(
                        "a minute has passed",
                        it -> it.elapsed().compareTo(Duration.ofMinutes(1)) >= 0,
                        it -> met.add(it.name()));

        Execution one = harness.runNamed("one", "{}");
        Execution two = harness.runNamed("two", "{}");

        assertThat(met).containsExactly("one", "two");
        assertThat(List.of(one.status(), two.status())).containsOnly(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void a_mock_may_be_given_meanwhile() {
        harness.meanwhile()
                .after(
                        Duration.ofSeconds(59),
                        () -> harness.mock("Approve").callbackSucceedsAfter(Duration.ZERO, "{}"));

        assertThat(harness.run("{}").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void what_an_action_throws_goes_to_whoever_runs() {
        harness.mock("Approve").accepts();
        harness.meanwhile().whenTokenIssued("Approve", (token, call) -> {
            throw new AssertionError("the message names no order");
        });

        assertThatThrownBy(() -> harness.run("{}"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("the message names no order");
        assertThat(harness.executions().get(0).status()).isEqualTo(ExecutionStatus.RUNNING);
    }

    @Test
    void an_action_that_never_ran_is_told_unless_it_is_lenient() {
        harness.mock("Approve").callbackSucceedsAfter(Duration.ZERO, "{}");
        harness.meanwhile().after(Duration.ofDays(1), () -> {});
        harness.meanwhile()
                .when("it fails", it -> it.status() == ExecutionStatus.FAILED, it -> {})
                .lenient();

        harness.run("{}");

        assertThat(String.valueOf(harness.unused()).replaceAll("java:\\d+", "java:0"))
                .isEqualTo("""
                An action of the test never ran.

                  after 1d  -> at MeanwhileTest.an_action_that_never_ran_is_told_unless_it_is_lenient(MeanwhileTest.java:0)

                  Remove what is not needed, or mark it lenient() where it may stay undone.
                """);
    }

    @Test
    void an_action_that_brings_about_what_it_waits_for_ends_in_a_message() {
        harness.meanwhile().whenEntered("Prepare", execution -> harness.start("{}"));

        assertThatThrownBy(() -> harness.start("{}"))
                .hasMessage(
                        "Actions of the test have led to one another 100 times while the clock stood still. Does one of"
                                + " them bring about what it waits for?");
    }

    @Test
    void an_action_that_plans_itself_for_the_same_instant_ends_in_a_message() {
        StateMachineHarness few = StateMachineHarness.create(
                harness.stateMachine(), HarnessOptions.defaults().withStepLimit(1_000));
        Runnable[] again = new Runnable[1];
        again[0] = () -> few.meanwhile().after(Duration.ZERO, again[0]);
        few.meanwhile().after(Duration.ofSeconds(1), again[0]);

        assertThatThrownBy(() -> few.run("{}")).hasMessageContaining("1000 times while the clock stood still");
    }

    @Test
    void an_action_may_move_the_clock_and_run_other_executions() {
        harness.mock("Approve").accepts();
        harness.meanwhile().whenTokenIssued("Approve", (token, call) -> {
            harness.clock().advanceBy(Duration.ofMinutes(1));
            harness.sendTaskSuccess(token, "{}");
        });

        assertThat(harness.run("{}").elapsed()).isEqualTo(Duration.ofMinutes(2).plusSeconds(30));
    }

    @Test
    void a_misspelled_state_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> harness.meanwhile().whenEntered("Aprove", execution -> {}))
                .withMessageContaining("No state is named \"Aprove\"")
                .withMessageContaining("did you mean: Approve?");
    }
}
