package io.github.asltestkit;

import static io.github.asltestkit.ScriptedWorld.fails;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.history.HistoryEvent;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A Catcher whose own Output, Assign or ResultPath fails: the state fails with that, and nothing of the state handles it. */
class FailingCatcherTest {
    private static final String TASK = "'Type': 'Task', 'Resource': 'arn:aws:states:::sqs:sendMessage'";
    private static final String FAILING_BRANCH =
            "{'StartAt': 'Inner', 'States': {'Inner': {'Type': 'Fail', 'Error': 'Boom'}}}";
    private static final String PARALLEL = "'Type': 'Parallel', 'Branches': [" + FAILING_BRANCH + "]";
    private static final String CATCH_THE_FAILURE = "{'ErrorEquals': ['%s'], 'Next': 'Caught'}";

    private final ScriptedWorld world = new ScriptedWorld();

    private Execution run(String definition, String input) {
        return StateMachineHarness.create(
                        StateMachine.parse("test.asl.json", definition.replace('\'', '"')),
                        HarnessOptions.defaults(),
                        world)
                .run(input.replace('\'', '"'));
    }

    private static String machine(String language, String state, String handlers) {
        return "{'QueryLanguage': '" + language + "', 'StartAt': 'Work', 'States': {'Work': {" + state + ", " + handlers
                + ", 'End': true}, 'Caught': {'Type': 'Succeed'}}}";
    }

    private static String state(String kind, String language) {
        String items = language.equals("JSONata") ? "'Items': [1]" : "'ItemsPath': '$.items'";
        return switch (kind) {
            case "Task" -> TASK;
            case "Parallel" -> PARALLEL;
            case "inline Map" -> "'Type': 'Map', " + items + ", 'ItemProcessor': " + FAILING_BRANCH;
            case "distributed Map" ->
                "'Type': 'Map', " + items + ", 'ItemProcessor': {'ProcessorConfig': {'Mode': 'DISTRIBUTED',"
                        + " 'ExecutionType': 'STANDARD'}, " + FAILING_BRANCH.substring(1);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static List<String> types(Execution execution) {
        return execution.history().events().stream()
                .map(event -> event.type().apiName())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Task            | 'Output': {'v': '{% $states.input.missing %}'}",
                "Task            | 'Assign': {'v': '{% $states.errorOutput.missing %}'}",
                "Parallel        | 'Output': {'v': '{% $states.input.missing %}'}",
                "Parallel        | 'Assign': {'v': '{% $states.errorOutput.missing %}'}",
                "inline Map      | 'Output': {'v': '{% $states.input.missing %}'}",
                "inline Map      | 'Assign': {'v': '{% $states.errorOutput.missing %}'}",
                "distributed Map | 'Output': {'v': '{% $states.input.missing %}'}",
                "distributed Map | 'Assign': {'v': '{% $states.errorOutput.missing %}'}",
            },
            quoteCharacter = '`')
    void a_jsonata_catcher_that_fails_is_handled_by_no_retrier_and_no_other_catcher(String kind, String field) {
        world.answer("Work", fails("Boom"));
        String handlers = "'Retry': [{'ErrorEquals': ['States.QueryEvaluationError'], 'MaxAttempts': 1}],"
                + " 'Catch': [{'ErrorEquals': ['Boom', 'States.ExceedToleratedFailureThreshold'], 'Next': 'Caught', "
                + field + "}, " + CATCH_THE_FAILURE.formatted("States.ALL") + "]";

        Execution execution = run(machine("JSONata", state(kind, "JSONata"), handlers), "{}");

        assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(execution.error()).isEqualTo("States.QueryEvaluationError");
        String place = "Catch[0]/" + (field.startsWith("'Output'") ? "Output" : "Assign") + "/v";
        assertThat(execution.cause()).contains("'" + place + "'");
        assertThat(types(execution)).endsWith("EvaluationFailed", "ExecutionFailed");
        List<HistoryEvent> events = execution.history().events();
        HistoryEvent evaluationFailed = events.get(events.size() - 2);
        assertThat(evaluationFailed.details().text("location")).isEqualTo(place);
        assertThat(evaluationFailed.previousEventId()).isEqualTo(evaluationFailed.id() - 1);
        assertThat(world.calls).hasSize(kind.equals("Task") ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Task", "Parallel", "inline Map", "distributed Map"})
    void a_result_path_of_a_catcher_that_fits_no_place_fails_the_execution(String kind) {
        world.answer("Work", fails("Boom"));
        String handlers = "'Retry': [{'ErrorEquals': ['States.ReferencePathConflict'], 'MaxAttempts': 1}],"
                + " 'Catch': [{'ErrorEquals': ['Boom', 'States.ExceedToleratedFailureThreshold'], 'Next': 'Caught',"
                + " 'ResultPath': '$.a.b'}, " + CATCH_THE_FAILURE.formatted("States.ALL") + "]";

        Execution execution = run(machine("JSONPath", state(kind, "JSONPath"), handlers), "{'a': 5, 'items': [1]}");

        assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(execution.error()).isEqualTo("States.ReferencePathConflict");
        assertThat(types(execution)).doesNotContain("SucceedStateEntered").endsWith("ExecutionFailed");
        assertThat(world.calls).hasSize(kind.equals("Task") ? 1 : 0);
    }

    @Test
    void an_error_put_into_an_input_that_is_no_object_fails_the_execution() {
        world.answer("Work", fails("Boom"));

        Execution execution = run(
                machine(
                        "JSONPath",
                        TASK,
                        "'Catch': [{'ErrorEquals': ['States.TaskFailed'], 'Next': 'Caught', 'ResultPath': '$.error'}]"),
                "5");

        assertThat(execution.error()).isEqualTo("States.ReferencePathConflict");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Parallel", "Map"})
    void a_state_around_the_one_whose_catcher_fails_handles_the_failure(String type) {
        world.answer("Inner", fails("Boom"));
        String inner =
                "{'StartAt': 'Inner', 'States': {'Inner': {" + TASK + ", 'Catch': [{'ErrorEquals': ['States.ALL'],"
                        + " 'Output': '{% $states.input.missing %}', 'Next': 'Done'}], 'End': true}, 'Done': {'Type': 'Succeed'}}}";
        String around = type.equals("Parallel")
                ? "'Type': 'Parallel', 'Branches': [" + inner + "]"
                : "'Type': 'Map', 'Items': [1], 'ItemProcessor': " + inner;

        Execution execution =
                run(machine("JSONata", around, "'Catch': [{'ErrorEquals': ['States.ALL'], 'Next': 'Caught'}]"), "{}");

        assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(types(execution)).containsSubsequence("TaskFailed", "EvaluationFailed", type + "StateFailed");
    }

    @Test
    void a_catcher_that_fails_under_test_alone_is_a_failure_and_no_caught_error() {
        String handlers = "'Catch': [{'ErrorEquals': ['States.ALL'], 'Next': 'Caught',"
                + " 'Output': '{% $states.input.missing %}'}]";
        StateMachine machine = StateMachine.parse(
                "test.asl.json", machine("JSONata", TASK, handlers).replace('\'', '"'));

        SingleStateResult result =
                SingleState.of(machine, "Work").withError("Boom", "because").run();

        assertThat(result.status()).isEqualTo(SingleStateResult.Status.FAILED);
        assertThat(result.error()).isEqualTo("States.QueryEvaluationError");
        assertThat(result.catchIndex()).isNull();
    }
}
