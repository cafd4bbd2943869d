package io.github.asltestkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.history.HistoryEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** RedriveExecution goes on where an execution stopped, and keeps what had succeeded. */
class RedriveTest {
    private static final String LAMBDA = "\"Resource\": \"arn:aws:states:::lambda:invoke\"";

    private static StateMachineHarness harness(String definition) {
        return StateMachineHarness.create(StateMachine.parse("test.asl.json", definition, PartialParameters.ALLOWED));
    }

    private static List<String> typesFrom(Execution execution, long eventId) {
        return execution.history().events().stream()
                .filter(event -> event.id() >= eventId)
                .map(event -> event.type().apiName())
                .toList();
    }

    private static long redriven(Execution execution) {
        return execution.history().events().stream()
                .filter(event -> event.type().apiName().equals("ExecutionRedriven"))
                .mapToLong(HistoryEvent::id)
                .max()
                .orElseThrow();
    }

    @Test
    void a_failed_task_is_scheduled_again_without_being_entered_again_and_its_retries_count_anew() {
        StateMachineHarness harness = harness("""
                {"StartAt": "A", "States": {
                  "A": {"Type": "Pass", "Result": {"kept": true}, "Next": "B"},
                  "B": {"Type": "Task", %s, "Retry": [{"ErrorEquals": ["States.ALL"], "MaxAttempts": 1}], "End": true}}}
                """.formatted(LAMBDA));
        harness.mock("B")
                .fails("E1", "")
                .thenFails("E2", "")
                .thenFails("E3", "")
                .thenReturns("{\"done\": 1}");
        Execution execution = harness.run();
        assertThat(execution.error()).isEqualTo("E2");

        harness.redrive(execution);
        harness.runToEnd(execution);

        assertThat(typesFrom(execution, redriven(execution)))
                .containsExactly(
                        "ExecutionRedriven",
                        "TaskScheduled",
                        "TaskStarted",
                        "TaskFailed",
                        "TaskScheduled",
                        "TaskStarted",
                        "TaskSucceeded",
                        "TaskStateExited",
                        "ExecutionSucceeded");
        HistoryEvent event = execution.history().events().get((int) redriven(execution) - 1);
        assertThat(event.details().number("redriveCount")).isEqualTo(1);
        assertThat(execution.calls().get(2).call().parameters())
                .isEqualTo(execution.calls().get(0).call().parameters());
    }

    @Test
    void the_context_object_knows_the_redrive() {
        StateMachineHarness harness = harness("""
                {"StartAt": "A", "QueryLanguage": "JSONata", "States": {"A": {"Type": "Task", %s,
                  "Arguments": {"FunctionName": "f", "Payload": {"count": "{%% $states.context.Execution.RedriveCount %%}",
                                "time": "{%% $states.context.Execution.RedriveTime ? $states.context.Execution.RedriveTime : '-' %%}"}},
                  "End": true}}}""".formatted(LAMBDA));
        harness.mock("A").fails("Once", "").thenReturns("{}");
        Execution execution = harness.run();
        harness.clock().advanceBy(Duration.ofMinutes(5));

        harness.redrive(execution);

        assertThat(execution.calls())
                .extracting(call -> call.call().parameters().path("Payload").toString())
                .containsExactly("{\"count\":0,\"time\":\"-\"}", "{\"count\":1,\"time\":\"2024-01-01T00:05:00Z\"}");
    }

    @Test
    void only_the_branches_that_did_not_succeed_run_again() {
        StateMachineHarness harness = harness("""
                {"StartAt": "P", "States": {"P": {"Type": "Parallel", "End": true, "Branches": [
                  {"StartAt": "A", "States": {"A": {"Type": "Task", %1$s, "End": true}}},
                  {"StartAt": "B", "States": {"B": {"Type": "Task", %1$s, "End": true}}},
                  {"StartAt": "C", "States": {"C": {"Type": "Task", %1$s, "Next": "D"}, "D": {"Type": "Pass", "End": true}}}]}}}
                """.formatted(LAMBDA));
        harness.mock("A").returns("1");
        harness.mock("B").failsAfter(Duration.ofSeconds(5), "Broken", "").thenReturns("2");
        harness.mock("C").neverAnswers().thenReturns("3");
        Execution execution = harness.run();
        assertThat(execution.error()).isEqualTo("Broken");

        harness.redrive(execution);
        harness.runToEnd(execution);

        assertThat(execution.output()).hasToString("[1,2,3]");
        assertThat(execution.calls())
                .extracting(call -> call.call().stateName())
                .containsExactly("A", "B", "C", "B", "C");
        assertThat(typesFrom(execution, redriven(execution)))
                .startsWith("ExecutionRedriven", "TaskScheduled", "TaskStarted", "TaskScheduled", "TaskStarted")
                .endsWith("ParallelStateSucceeded", "ParallelStateExited", "ExecutionSucceeded")
                .doesNotContain("ParallelStateEntered", "ParallelStateStarted");
    }

    @Test
    void only_the_iterations_that_did_not_succeed_run_again_and_those_that_never_began_begin() {
        StateMachineHarness harness = harness("""
                {"StartAt": "M", "States": {"M": {"Type": "Map", "MaxConcurrency": 1, "End": true, "ItemProcessor": {
                  "StartAt": "A", "States": {"A": {"Type": "Task", %s, "Parameters": {"x.$": "$"}, "End": true}}}}}}
                """.formatted(LAMBDA));
        harness.mock("A").returns("1").thenFails("Broken", "").thenReturns("2").thenReturns("3");
        Execution execution = harness.run("[\"a\", \"b\", \"c\"]");
        assertThat(execution.error()).isEqualTo("Broken");

        harness.redrive(execution);
        harness.runToEnd(execution);

        assertThat(execution.output()).hasToString("[1,2,3]");
        assertThat(execution.calls())
                .extracting(call -> call.call().parameters().path("x").asText())
                .containsExactly("a", "b", "b", "c");
    }

    @Test
    void a_state_whose_branches_succeeded_hands_on_their_outputs_again() {
        StateMachineHarness harness = harness("""
                {"QueryLanguage": "JSONata", "StartAt": "P", "States": {
                  "P": {"Type": "Parallel", "Output": "{%% $number('no number') %%}", "End": true, "Branches": [
                    {"StartAt": "A", "States": {"A": {"Type": "Task", %s, "End": true}}}]}}}
                """.formatted(LAMBDA));
        harness.mock("A").returns("1");
        Execution execution = harness.run();

        harness.redrive(execution);
        harness.runToEnd(execution);

        assertThat(execution.error()).isEqualTo("States.QueryEvaluationError");
        assertThat(execution.calls()).hasSize(1);
        assertThat(typesFrom(execution, redriven(execution)))
                .containsExactly(
                        "ExecutionRedriven",
                        "ParallelStateSucceeded",
                        "EvaluationFailed",
                        "ParallelStateFailed",
                        "ExecutionFailed");
    }

    @Test
    void a_state_whose_iterations_succeeded_hands_on_their_outputs_again() {
        StateMachineHarness harness = harness("""
                {"QueryLanguage": "JSONata", "StartAt": "M", "States": {
                  "M": {"Type": "Map", "Items": [1, 2], "Output": "{% $number('no number') %}", "End": true,
                    "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}}}}}
                """);
        Execution execution = harness.run();

        harness.redrive(execution);
        harness.runToEnd(execution);

        assertThat(execution.error()).isEqualTo("States.QueryEvaluationError");
        assertThat(typesFrom(execution, redriven(execution)))
                .containsExactly(
                        "ExecutionRedriven",
                        "MapStateSucceeded",
                        "EvaluationFailed",
                        "MapStateFailed",
                        "ExecutionFailed");
    }

    @Test
    void an_execution_that_was_stopped_goes_on_in_the_state_it_was_in() {
        StateMachineHarness harness = harness(
                "{\"StartAt\": \"W\", \"States\": {\"W\": {\"Type\": \"Wait\", \"Seconds\": 60, \"End\": true}}}");
        Execution execution = harness.start();
        harness.clock().advanceBy(Duration.ofSeconds(40));
        harness.stop(execution, "Stop", "by hand");

        harness.redrive(execution);
        harness.runToEnd(execution);

        assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(execution.error()).isNull();
        assertThat(typesFrom(execution, redriven(execution)))
                .containsExactly("ExecutionRedriven", "WaitStateExited", "ExecutionSucceeded");
    }

    @Test
    void an_execution_that_timed_out_has_its_timeout_anew_and_may_be_redriven_again() {
        StateMachineHarness harness = harness("""
                {"StartAt": "A", "TimeoutSeconds": 60, "States": {"A": {"Type": "Task", %s, "End": true}}}
                """.formatted(LAMBDA));
        harness.mock("A").neverAnswers();
        Execution execution = harness.run();
        assertThat(execution.status()).isEqualTo(ExecutionStatus.TIMED_OUT);

        for (int count = 1; count <= 2; count++) {
            harness.redrive(execution);
            harness.runToEnd(execution);
            assertThat(execution.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
            assertThat(execution.elapsed()).isEqualTo(Duration.ofSeconds(60L * (count + 1)));
        }
    }

    @Test
    void what_cannot_be_redriven_says_why_in_the_services_words() {
        StateMachineHarness harness = harness("""
                {"StartAt": "A", "States": {"A": {"Type": "Task", %s, "End": true}}}""".formatted(LAMBDA));
        harness.mock("A").returns("{}").thenNeverAnswers();
        Execution succeeded = harness.run();
        Execution running = harness.start();

        assertThatThrownBy(() -> harness.redrive(succeeded))
                .hasMessage("ExecutionNotRedrivable: Execution Not Redrivable: 'Execution is SUCCEEDED and cannot be"
                        + " redriven'");
        assertThatThrownBy(() -> harness.redrive(running))
                .hasMessageContaining("'Execution is RUNNING and cannot be redriven'");
        harness.stop(running, null, null);
        harness.clock().advanceBy(Duration.ofDays(14));
        harness.redrive(running);
        harness.stop(running, null, null);
        harness.clock().advanceBy(Duration.ofDays(14).plusSeconds(1));
        assertThatThrownBy(() -> harness.redrive(running))
                .hasMessageContaining("'Execution redrivable period exceeded'");
    }

    @Test
    void an_execution_is_open_for_a_year_at_most_redrives_included() {
        StateMachineHarness harness = harness("""
                {"StartAt": "A", "States": {"A": {"Type": "Task", %s, "End": true}}}""".formatted(LAMBDA));
        harness.mock("A").neverAnswers();
        Execution execution = harness.start();
        harness.clock().advanceBy(Duration.ofDays(364));
        harness.stop(execution, null, null);
        harness.redrive(execution);

        harness.clock().advanceBy(Duration.ofDays(1));

        assertThat(execution.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
        assertThatThrownBy(() -> harness.redrive(execution))
                .hasMessageContaining("'Execution has exceeded the max execution time'");
    }
}
