package io.github.asltestkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a field says whose expression yields a value that the field cannot take. */
class JsonataFieldsTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Error            | 1   | The JSONata expression '1' specified for the field 'Error' returned an unexpected result type. Expected 'string', but was 'number' for value: 1
            Cause            | [1] | The JSONata expression '[1]' specified for the field 'Cause' returned an unexpected result type. Expected 'string', but was 'array' for value: [1]
            Seconds          | -1  | The Seconds field references a negative value: -1
            TimeoutSeconds   | 0   | The TimeoutSeconds field refers to value "0" which is not a positive integer
            HeartbeatSeconds | -2  | The HeartbeatSeconds field refers to value "-2" which is not a positive integer
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
}
