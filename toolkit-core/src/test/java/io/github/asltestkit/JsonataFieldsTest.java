package io.github.asltestkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asltestkit.history.ExecutionStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a field says whose expression yields a value that the field cannot take. */
class JsonataFieldsTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Error            | 1   | The JSONata expression '1' specified for the field 'Error' returned an unexpected result type. Expected 'string', but was 'number' for value: 1
            Cause            | [1] | The JSONata expression '[1]' specified for the field 'Cause' returned an unexpected result type. Expected 'string', but was 'array' for value: [1]
            Seconds          | -1  | The Seconds field references a negative value: -1
            Seconds          | 1.5 | The Seconds field cannot be parsed as an integer: 1.5
            TimeoutSeconds   | -1  | TimeoutSeconds must be between 0 and 99999999 but was: -1
            TimeoutSeconds   | 1.6 | The TimeoutSeconds field cannot be parsed as an integer: 1.6
            TimeoutSeconds   | 1e8 | TimeoutSeconds must be between 0 and 99999999 but was: 100000000
            HeartbeatSeconds | -2  | HeartbeatSeconds must be between 0 and 99999999 but was: -2
            HeartbeatSeconds | 0.5 | The HeartbeatSeconds field cannot be parsed as an integer: 0.5
            MaxConcurrency   | -1  | The MaxConcurrency field refers to value "-1" which is a negative integer
            """)
    void a_value_that_a_field_cannot_take_is_an_evaluation_error(String field, String expression, String words) {
        String type = switch (field) {
            case "Error", "Cause" -> "\"Type\": \"Fail\"";
            case "Seconds" -> "\"Type\": \"Wait\", \"End\": true";
            case "MaxConcurrency" ->
                "\"Type\": \"Map\", \"End\": true, \"Items\": [1], \"ItemProcessor\": {\"StartAt\":"
                        + " \"B\", \"States\": {\"B\": {\"Type\": \"Pass\", \"End\": true}}}";
            default -> "\"Type\": \"Task\", \"End\": true, \"Resource\": \"arn:aws:states:::sns:publish\"";
        };
        StateMachineHarness harness = StateMachineHarness.create(StateMachine.parse(
                "fields.asl.json",
                "{\"QueryLanguage\": \"JSONata\", \"StartAt\": \"A\", \"States\": {\"A\": {" + type + ", \"" + field
                        + "\": \"{% " + expression + " %}\"}}}"));

        Execution execution = harness.run("{}");

        assertThat(execution.error()).isEqualTo("States.QueryEvaluationError");
        assertThat(execution.cause()).endsWith(words);
    }

    @Test
    void an_expression_may_give_a_timeout_as_a_number_with_a_zero_fraction() {
        StateMachineHarness harness = StateMachineHarness.create(StateMachine.parse(
                "fields.asl.json",
                "{\"QueryLanguage\": \"JSONata\", \"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Task\","
                        + " \"Resource\": \"arn:aws:states:::sns:publish\", \"TimeoutSeconds\": \"{% 6.0 / 2 %}\","
                        + " \"HeartbeatSeconds\": \"{% 2.0 %}\", \"End\": true}}}"));
        harness.mock("A").returns("{}");

        assertThat(harness.run("{}").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void an_item_of_an_inline_Map_has_no_source() {
        StateMachineHarness harness = StateMachineHarness.create(StateMachine.parse(
                "source.asl.json",
                "{\"QueryLanguage\": \"JSONata\", \"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Map\", \"End\":"
                        + " true, \"Items\": [1], \"ItemSelector\": {\"source\":"
                        + " \"{% $states.context.Map.Item.Source %}\"}, \"ItemProcessor\": {\"StartAt\": \"B\","
                        + " \"States\": {\"B\": {\"Type\": \"Pass\", \"End\": true}}}}}}"));

        Execution execution = harness.run("{}");

        assertThat(execution.error()).isEqualTo("States.QueryEvaluationError");
        assertThat(execution.cause())
                .endsWith("The JSONata expression '$states.context.Map.Item.Source' specified for the field"
                        + " 'ItemSelector/source' returned nothing (undefined).");
    }
}
