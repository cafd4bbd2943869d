package io.github.asltestkit.internal.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asltestkit.diagnostic.Diagnostic;
import io.github.asltestkit.internal.parse.DefinitionParser;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A branch or an iteration assigns no variable that is assigned on a way into its Parallel or Map state, as others measured it
 * with ValidateStateMachineDefinition: the Assign of a transition that leads there counts, no other does.
 */
class VariableScopeTest {
    private static final String REFUSED =
            "DUPLICATE_VARIABLE_NAME: The variable name 'x' was already defined in a parent scope.";

    /** A Parallel state "P" whose branch assigns x, and the fields of "P" that a case adds. */
    private static String parallel(String fields) {
        return "'P': {'Type': 'Parallel', 'Branches': [{'StartAt': 'B', 'States': {'B': {'Type': 'Pass',"
                + " 'Assign': {'x': 2}, 'End': true}}}], " + fields + "}";
    }

    private static String map(String mode) {
        return "'P': {'Type': 'Map', 'Items': [1], 'ItemProcessor': {'ProcessorConfig': {" + mode + "}, 'StartAt': 'B',"
                + " 'States': {'B': {'Type': 'Pass', 'Assign': {'x': 2}, 'End': true}}}, 'End': true}";
    }

    private static final String CALL = "'A': {'Type': 'Task', 'Resource': 'arn:aws:states:::sns:publish',"
            + " 'Arguments': {'TopicArn': 't', 'Message': 'm'}, ";
    private static final String CHOICE = "'A': {'Type': 'Choice', 'Choices': [{'Condition': '{% true %}', ";
    private static final String END = "'E': {'Type': 'Succeed'}";

    private static List<String> errors(String startAt, String states) {
        String definition = "{'QueryLanguage': 'JSONata', 'StartAt': '" + startAt + "', 'States': {" + states + "}}";
        DefinitionParser.Parsed parsed = DefinitionParser.parse("test.asl.json", definition.replace('\'', '"'));
        assertThat(parsed.diagnostics()).as(definition).isEmpty();
        return Validator.validate(Objects.requireNonNull(parsed.definition())).stream()
                .filter(Diagnostic::isError)
                .map(d -> d.code() + ": " + d.message())
                .toList();
    }

    static List<String> assignedOnTheWayIn() {
        return List.of(
                "'A': {'Type': 'Pass', 'Assign': {'x': 1}, 'Next': 'P'}, " + parallel("'End': true"),
                "'A': {'Type': 'Pass', 'Assign': {'x': 1}, 'Next': 'Z'}, 'Z': {'Type': 'Pass', 'Next': 'P'}, "
                        + parallel("'End': true"),
                CHOICE + "'Next': 'P', 'Assign': {'x': 1}}], 'Default': 'P'}, " + parallel("'End': true"),
                CHOICE + "'Next': 'E'}], 'Default': 'P', 'Assign': {'x': 1}}, " + END + ", " + parallel("'End': true"),
                CALL + "'Next': 'P', 'Catch': [{'ErrorEquals': ['States.ALL'], 'Assign': {'x': 1}, 'Next': 'P'}]}, "
                        + parallel("'End': true"),
                "'A': {'Type': 'Pass', 'Next': 'P'}, " + parallel("'Assign': {'x': 1}, 'Next': 'A2'")
                        + ", 'A2': {'Type': 'Choice', 'Choices': [{'Condition': '{% true %}', 'Next': 'P'}],"
                        + " 'Default': 'E'}, " + END,
                "'A': {'Type': 'Pass', 'Assign': {'x': 1}, 'Next': 'P'}, " + map("'Mode': 'INLINE'"),
                "'A': {'Type': 'Pass', 'Assign': {'x': 1}, 'Next': 'P'}, "
                        + map("'Mode': 'DISTRIBUTED', 'ExecutionType': 'STANDARD'"));
    }

    static List<String> assignedElsewhere() {
        return List.of(
                "'A': {'Type': 'Pass', 'Next': 'P'}, " + parallel("'Next': 'Z'")
                        + ", 'Z': {'Type': 'Pass', 'Assign': {'x': 1}, 'End': true}",
                "'A': {'Type': 'Pass', 'Next': 'P'}, " + parallel("'Assign': {'x': 1}, 'End': true"),
                "'A': {'Type': 'Pass', 'Next': 'P'}, "
                        + parallel(
                                "'End': true, 'Catch': [{'ErrorEquals': ['States.ALL'], 'Assign': {'x': 1}, 'Next': 'E'}]")
                        + ", " + END,
                CALL + "'Assign': {'x': 1}, 'Next': 'E', 'Catch': [{'ErrorEquals': ['States.ALL'], 'Next': 'P'}]}, "
                        + END + ", " + parallel("'End': true"),
                CALL + "'Next': 'P', 'Catch': [{'ErrorEquals': ['States.ALL'], 'Assign': {'x': 1}, 'Next': 'E'}]}, "
                        + END + ", " + parallel("'End': true"),
                CHOICE + "'Next': 'E', 'Assign': {'x': 1}}], 'Default': 'P'}, " + END + ", " + parallel("'End': true"),
                CHOICE + "'Next': 'P'}], 'Default': 'E', 'Assign': {'x': 1}}, " + END + ", " + parallel("'End': true"));
    }

    @ParameterizedTest
    @MethodSource("assignedOnTheWayIn")
    void a_variable_that_is_assigned_on_a_way_in_is_refused(String states) {
        assertThat(errors("A", states)).containsExactly(REFUSED);
    }

    @ParameterizedTest
    @MethodSource("assignedElsewhere")
    void a_variable_that_is_assigned_elsewhere_may_be_assigned_again(String states) {
        assertThat(errors("A", states)).isEmpty();
    }

    // ---- what $states has ----------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Type': 'Pass', 'Output': '{% $states.result %}'",
                "'Type': 'Pass', 'Output': '{% $states.result[0] %}'",
                "'Type': 'Pass', 'Output': '{% $states.`result` %}'",
                "'Type': 'Pass', 'Output': '{% $count($states . result.a) %}'",
                "'Type': 'Pass', 'Assign': {'v': ['{% $states.result %}']}",
                "'Type': 'Wait', 'Seconds': '{% $states.result %}'",
                "'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke', 'Arguments': {'FunctionName': '{% $states.result %}'}",
                "'Type': 'Parallel', 'Arguments': '{% $states.result %}', 'Branches': [{'StartAt': 'B', 'States': {'B': {'Type': 'Succeed'}}}]",
            })
    void a_result_is_not_there_before_the_state_has_one(String state) {
        assertThat(errors("A", "'A': {" + state + ", 'End': true}"))
                .containsExactly("UNSUPPORTED_JSONATA_EXPRESSION: Field '$states.result' does not exist.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Type': 'Pass', 'Output': '{% ($states).result %}'",
                "'Type': 'Pass', 'Output': '{% $lookup($states, `result`) %}'",
                "'Type': 'Pass', 'Output': '{% $states.input.result %}'",
                "'Type': 'Pass', 'Output': '{% [$states, $states.context] %}'",
                "'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke', 'Arguments': {'FunctionName': 'f'}, 'Output': '{% $states.result %}'",
                "'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke', 'Arguments': {'FunctionName': 'f'}, 'Assign': {'v': '{% $states.result.Payload %}'}",
                "'Type': 'Parallel', 'Output': '{% $states.result %}', 'Branches': [{'StartAt': 'B', 'States': {'B': {'Type': 'Succeed'}}}]",
            })
    void a_result_is_there_after_the_state_and_for_paths_that_start_elsewhere(String state) {
        String quoted = state.replace("`", "\\'").replace('\'', '"').replace("\\\"", "'");
        DefinitionParser.Parsed parsed = DefinitionParser.parse(
                "test.asl.json",
                "{\"QueryLanguage\": \"JSONata\", \"StartAt\": \"A\", \"States\": {\"A\": {" + quoted
                        + ", \"End\": true}}}");
        assertThat(Validator.validate(Objects.requireNonNull(parsed.definition())))
                .noneMatch(Diagnostic::isError);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Output", "Assign"})
    void a_catcher_has_the_error_output_and_no_result(String field) {
        String value = field.equals("Output") ? "'{% $states.FIELD %}'" : "{'v': '{% $states.FIELD %}'}";
        String state = "'A': {'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke',"
                + " 'Arguments': {'FunctionName': 'f'}, 'End': true, 'Catch': [{'ErrorEquals': ['States.ALL'],"
                + " 'Next': 'E', '" + field + "': " + value + "}]}, " + END;

        assertThat(errors("A", state.replace("FIELD", "errorOutput"))).isEmpty();
        assertThat(errors("A", state.replace("FIELD", "result")))
                .containsExactly("UNSUPPORTED_JSONATA_EXPRESSION: Field '$states.result' does not exist.");
    }
}
