package io.github.asltestkit;

import static io.github.asltestkit.ScriptedWorld.fails;
import static io.github.asltestkit.ScriptedWorld.json;
import static io.github.asltestkit.ScriptedWorld.succeeds;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.asltestkit.history.ExecutionStatus;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a failure below a Parallel or Map state writes and whom it reaches, as others measured it on AWS: a
 * {@code States.Runtime} ends the execution where it happens; any other failure aborts the states that are open, and all
 * events of that follow the event that failed.
 */
class FailureInBranchTest {
    private static final String TASK = "'Type': 'Task', 'Resource': 'arn:aws:states:::sqs:sendMessage', 'End': true";
    private final ScriptedWorld world = new ScriptedWorld();

    private Execution run(String definition, String input) {
        return StateMachineHarness.create(
                        StateMachine.parse("test.asl.json", definition.replace('\'', '"')),
                        HarnessOptions.defaults(),
                        world)
                .run(input.replace('\'', '"'));
    }

    /** Each event as "type < id of the one before". */
    private static List<String> events(Execution execution) {
        return execution.history().events().stream()
                .map(event -> event.type().apiName() + " < " + event.previousEventId())
                .toList();
    }

    private static int idOf(String type, Execution execution) {
        return (int) execution.history().events().stream()
                .filter(event -> event.type().apiName().equals(type))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static String parallel(String fields, String... branches) {
        return "{'StartAt': 'P', 'States': {'P': {'Type': 'Parallel', " + fields + " 'Branches': ["
                + String.join(", ", branches)
                + "], 'Catch': [{'ErrorEquals': ['States.ALL'], 'Next': 'Caught'}], 'End': true},"
                + " 'Caught': {'Type': 'Succeed'}}}";
    }

    private static String map(String states) {
        return "{'StartAt': 'M', 'States': {'M': {'Type': 'Map', 'MaxConcurrency': 2, 'ItemProcessor': " + states
                + ", 'Catch': [{'ErrorEquals': ['States.ALL'], 'Next': 'Caught'}], 'End': true},"
                + " 'Caught': {'Type': 'Succeed'}}}";
    }

    private static String branch(String name, String fields) {
        return "{'StartAt': '" + name + "', 'States': {'" + name + "': {" + fields + "}}}";
    }

    // ---- States.Runtime ------------------------------------------------------------------------------------------

    private static final String WRONG_PATH = "'Type': 'Pass', 'Parameters': {'m.$': '$.nope'}, 'End': true";
    private static final String NO_MATCH = "'Type': 'Choice', 'Choices': [{'Variable': '$.s', 'StringEquals': 'R',"
            + " 'Next': 'Work'}]}, 'Work': {'Type': 'Pass', 'End': true";

    @ParameterizedTest
    @ValueSource(strings = {WRONG_PATH, NO_MATCH, "'Type': 'Wait', 'SecondsPath': '$.nope', 'End': true"})
    void a_runtime_error_in_a_branch_ends_the_execution_with_no_event_of_the_states_around_it(String state) {
        Execution execution = run(parallel("", branch("Inner", state)), "{'s': 'P'}");

        assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(execution.error()).isEqualTo("States.Runtime");
        assertThat(events(execution))
                .startsWith("ExecutionStarted < 0", "ParallelStateEntered < 0", "ParallelStateStarted < 2")
                .endsWith("ExecutionFailed < 4")
                .hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {WRONG_PATH, NO_MATCH})
    void a_runtime_error_in_an_iteration_ends_the_execution_with_no_event_of_the_map(String state) {
        Execution execution = run(map(branch("Inner", state)), "[{'s': 'P'}]");

        assertThat(execution.error()).isEqualTo("States.Runtime");
        assertThat(events(execution)).endsWith("ExecutionFailed < 5").hasSize(6);
    }

    @Test
    void a_runtime_error_leaves_no_event_of_the_other_branches_either() {
        Execution execution = run(
                parallel("", branch("Long", "'Type': 'Wait', 'Seconds': 20, 'End': true"), branch("Inner", WRONG_PATH)),
                "{}");

        assertThat(events(execution)).endsWith("ExecutionFailed < 5").hasSize(6);
    }

    @Test
    void what_a_parallel_state_itself_makes_of_its_result_fails_after_the_event_of_its_success() {
        Execution execution = run(
                parallel("'ResultSelector': {'m.$': '$.nope'},", branch("Ok", "'Type': 'Pass', 'End': true")), "{}");

        assertThat(events(execution)).endsWith("ParallelStateSucceeded < 5", "ExecutionFailed < 6");
    }

    // ---- no rule of a Choice matches -----------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"JSONPath", "JSONata"})
    void a_choice_that_matches_nothing_and_has_no_default_fails_with_a_runtime_error(String language) {
        String rule = language.equals("JSONata")
                ? "'Condition': '{% $states.input.s = 1 %}'"
                : "'Variable': '$.s', 'NumericEquals': 1";
        Execution execution = run(
                "{'QueryLanguage': '" + language + "', 'StartAt': 'Check', 'States': {'Check': {'Type': 'Choice',"
                        + " 'Choices': [{" + rule + ", 'Next': 'Done'}]}, 'Done': {'Type': 'Succeed'}}}",
                "{'s': 2}");

        assertThat(execution.error()).isEqualTo("States.Runtime");
        assertThat(execution.cause())
                .isEqualTo("An error occurred while executing the state 'Check' (entered at the event id #2)."
                        + " Failed to transition out of the state. The state does not point to a next state.");
    }

    // ---- other failures ------------------------------------------------------------------------------------------

    @Test
    void a_task_that_fails_in_a_branch_is_itself_aborted() {
        world.answer("Send", fails("Boom"));

        Execution execution = run(parallel("", branch("Send", TASK)), "{}");

        assertThat(events(execution))
                .containsSubsequence(
                        "TaskFailed < 6", "TaskStateAborted < 7", "ParallelStateFailed < 7", "ParallelStateExited < 9");
    }

    @Test
    void open_states_of_the_other_branches_are_aborted_in_the_order_of_the_branches() {
        world.answer("Send", fails("Boom"));

        Execution execution = run(
                parallel(
                        "",
                        branch("Long", "'Type': 'Wait', 'Seconds': 20, 'End': true"),
                        branch("Send", TASK),
                        branch("Longer", "'Type': 'Wait', 'Seconds': 30, 'End': true")),
                "{}");

        int failed = idOf("TaskFailed", execution);
        assertThat(events(execution).subList(failed, failed + 4))
                .containsExactly(
                        "WaitStateAborted < " + failed,
                        "TaskStateAborted < " + failed,
                        "WaitStateAborted < " + failed,
                        "ParallelStateFailed < " + failed);
    }

    @Test
    void each_iteration_has_its_event_before_that_of_its_state_in_the_order_of_the_items() {
        world.answer("Send", succeeds("1"), fails("Boom"));
        Execution execution = run(
                map("{'StartAt': 'Send', 'States': {'Send': {" + TASK.replace("'End': true", "'Next': 'Stay'")
                        + "}, 'Stay': {'Type': 'Wait', 'Seconds': 9, 'End': true}}}"),
                "[1, 2]");

        List<String> events = events(execution);
        int failed = idOf("TaskFailed", execution);
        assertThat(events)
                .containsSubsequence(
                        "MapIterationAborted < " + failed,
                        "WaitStateAborted < " + failed,
                        "MapIterationFailed < " + failed,
                        "TaskStateAborted < " + failed,
                        "MapStateFailed < " + failed);
    }

    @Test
    void an_iteration_whose_input_cannot_be_made_ends_the_iterations_that_run() {
        Execution execution = run(
                "{'QueryLanguage': 'JSONata', 'StartAt': 'M', 'States': {'M': {'Type': 'Map', 'Items': [1, 2],"
                        + " 'ItemSelector': {'v': '{% $states.context.Map.Item.Value = 1 ? 1 : $nothing %}'},"
                        + " 'ItemProcessor': " + branch("Stay", "'Type': 'Wait', 'Seconds': 9, 'End': true")
                        + ", 'Catch': [{'ErrorEquals': ['States.ALL'], 'Next': 'Caught', 'Output': 'caught'}],"
                        + " 'End': true}, 'Caught': {'Type': 'Wait', 'Seconds': 20, 'End': true}}}",
                "{}");

        assertThat(execution.output()).isEqualTo(json("\"caught\""));
        assertThat(events(execution)).noneMatch(event -> event.startsWith("MapIterationSucceeded"));
    }

    // ---- who catches what ----------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({
        "States.TaskFailed, FAILED",
        "States.ALL, SUCCEEDED",
        "States.QueryEvaluationError, SUCCEEDED",
    })
    void a_jsonata_expression_that_fails_is_no_failure_of_the_task(String caught, ExecutionStatus status) {
        for (String field :
                List.of("'Output': '{% $states.result.none %}'", "'Arguments': '{% $states.input.none %}'")) {
            world.answer("Call", succeeds("{}"));
            Execution execution = run(
                    "{'QueryLanguage': 'JSONata', 'StartAt': 'Call', 'States': {'Call': {" + TASK + ", " + field
                            + ", 'Catch': [{'ErrorEquals': ['" + caught + "'], 'Next': 'Caught'}],"
                            + " 'Retry': [{'ErrorEquals': ['States.TaskFailed']}]}, 'Caught': {'Type': 'Succeed'}}}",
                    "{}");

            assertThat(execution.status()).isEqualTo(status);
            assertThat(events(execution)).noneMatch(event -> event.startsWith("ExecutionTimedOut"));
        }
    }
}
