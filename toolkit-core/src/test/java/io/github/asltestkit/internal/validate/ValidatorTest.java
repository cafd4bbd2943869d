package io.github.asltestkit.internal.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.diagnostic.Diagnostic;
import io.github.asltestkit.internal.parse.DefinitionParser;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidatorTest {

    private static Definition parse(String text) {
        return Objects.requireNonNull(
                DefinitionParser.parse("test.asl.json", text.replace('\'', '"')).definition());
    }

    private static List<String> errors(String state) {
        return Validator.validate(parse(machine(state))).stream()
                .filter(Diagnostic::isError)
                .map(d -> d.code() + ": " + d.message() + " at " + d.awsLocation())
                .toList();
    }

    private static List<String> warnings(String definition) {
        return Validator.validate(parse(definition)).stream()
                .filter(d -> !d.isError())
                .map(d -> d.code() + " " + d.location().pointer())
                .toList();
    }

    private static String machine(String state) {
        return "{'StartAt': 'A', 'States': {'A': " + state + ", 'B': {'Type': 'Succeed'}}}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'Type': 'Pass', 'End': true, 'OutputPath': 'Test'} | Value must be a valid JSONPath. at /States/A/OutputPath",
                "{'Type': 'Pass', 'End': true, 'InputPath': '$.a['} | Value must be a valid JSONPath. at /States/A/InputPath",
                "{'Type': 'Pass', 'End': true, 'ResultPath': '$.a[*]'} | Value is not a Reference Path: Reference path must name a single field or element at /States/A/ResultPath",
                "{'Type': 'Pass', 'End': true, 'Parameters': {'p': [{'q.$': 'x'}]}} | The value for the field 'q.$' must be a valid JSONPath or a valid intrinsic function call at /States/A/Parameters",
                "{'Type': 'Pass', 'End': true, 'Assign': {'q.$': 'States.Nope()'}} | The value for the field 'q.$' must be a valid JSONPath or a valid intrinsic function call at /States/A/Assign",
                "{'Type': 'Choice', 'Default': 'B', 'Choices': [{'Variable': 'x', 'IsNull': true, 'Next': 'B'}]} | Value is not a Reference Path: Reference path didn't start with '$' at /States/A/Choices[0]/Variable",
                "{'Type': 'Choice', 'Default': 'B', 'Choices': [{'Not': {'Variable': '$.x', 'StringEqualsPath': 'y'}, 'Next': 'B'}]} | Value is not a Reference Path: Reference path didn't start with '$' at /States/A/Choices[0]/Not/StringEqualsPath",
                "{'Type': 'Fail', 'ErrorPath': 'States.Array()'} | The value for the field 'ErrorPath' must be a valid JSONPath or a valid intrinsic function call that returns a string at /States/A/ErrorPath",
                "{'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::sqs:sendMessage', 'TimeoutSeconds': 5, 'HeartbeatSeconds': 5} | 'HeartbeatSeconds' must be smaller than 'TimeoutSeconds' at /States/A",
                "{'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::dynamodb:query'} | The resource provided arn:aws:states:::dynamodb:query is not recognized. The value is not a valid resource ARN, or the resource is not available in this region. at /States/A/Resource",
                "{'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::sns:publish.sync'} | The resource provided arn:aws:states:::sns:publish.sync is not recognized. The value is not a valid resource ARN, or the resource is not available in this region. at /States/A/Resource",
                "{'Type': 'Wait', 'End': true, 'SecondsPath': 'x'} | Value is not a Reference Path: Reference path didn't start with '$' at /States/A/SecondsPath",
            })
    void what_create_state_machine_refuses_is_an_error_in_its_words(String state, String expected) {
        assertThat(errors(state)).containsExactly("SCHEMA_VALIDATION_FAILED: " + expected);
    }

    @Test
    void all_problems_of_a_template_are_told() {
        assertThat(errors("{'Type': 'Pass', 'End': true, 'Parameters': {'a.$': 'x', 'b': {'c.$': 1}}}"))
                .hasSize(2);
    }

    @Test
    void what_holds_a_placeholder_is_not_judged() {
        assertThat(errors("{'Type': 'Task', 'End': true, 'Resource': '${Function}', 'InputPath': '$.${x}[',"
                        + " 'Parameters': {'a.$': '${y}'}}"))
                .isEmpty();
    }

    @Test
    void an_express_workflow_knows_request_response_only() {
        Definition definition = parse(
                machine("{'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::states:startExecution.sync'}"));

        assertThat(Validator.validate(definition, new ValidationOptions(true, Set.of())).stream()
                        .filter(Diagnostic::isError)
                        .map(d -> d.message() + " at " + d.awsLocation()))
                .containsExactly(
                        "Express state machine does not support '.sync' service integration at /States/A/Resource");
        assertThat(Validator.validate(definition)).noneMatch(Diagnostic::isError);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'Type': 'Pass', 'End': true, 'Parameters': {'a': '$.x'}} | NO_DOLLAR /States/A/Parameters/a",
                "{'Type': 'Pass', 'End': true, 'Result': {'a.$': '$.x'}} | PASS_RESULT_IS_STATIC /States/A/Result/a.$",
                "{'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::sqs:sendMessage.waitForTaskToken'} | CALLBACK_WITHOUT_TIMEOUT /States/A",
                "{'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::batch:submitJob.sync', 'HeartbeatSeconds': 5} | HEARTBEAT_WITHOUT_TOKEN /States/A/HeartbeatSeconds",
                "{'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::lambda:invoke'} | LAMBDA_WITHOUT_RETRY /States/A",
                "{'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::sqs:sendMessage', 'Retry': [{'ErrorEquals': ['States.TaskFailed']}, {'ErrorEquals': ['X']}]} | UNREACHABLE_RETRIER /States/A/Retry/1",
                "{'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::sqs:sendMessage', 'Catch': [{'ErrorEquals': ['X'], 'Next': 'B', 'ResultPath': '$.e'}, {'ErrorEquals': ['X'], 'Next': 'B', 'ResultPath': '$.e'}]} | UNREACHABLE_CATCHER /States/A/Catch/1",
                "{'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::sqs:sendMessage', 'Catch': [{'ErrorEquals': ['X'], 'Next': 'B'}]} | CATCH_LOSES_INPUT /States/A/Catch/0",
                "{'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::sqs:sendMessage', 'Retry': [{'ErrorEquals': ['States.Runtime']}]} | UNMATCHABLE_ERROR /States/A/Retry/0/ErrorEquals/0",
                "{'Type': 'Choice', 'Choices': [{'Variable': '$.x', 'IsNull': true, 'Next': 'B'}]} | CHOICE_WITHOUT_DEFAULT /States/A",
                "{'Type': 'Choice', 'Default': 'B', 'Choices': [{'Variable': '$.x', 'IsNull': true, 'Next': 'A'}]} | LOOP_WITHOUT_WAIT /States/A",
                "{'Type': 'Wait', 'Seconds': 1, 'Next': 'A'} | STATE_WITHOUT_WAY_OUT /States/A",
                "{'Type': 'Pass', 'End': true, 'Parameters': {'a.$': 'States.Format($x)'}} | VARIABLE_NOT_ASSIGNED /States/A/Parameters/a.$",
            })
    void what_aws_accepts_and_nobody_wants_is_a_warning(String state, String expected) {
        assertThat(warnings(machine(state))).containsExactly(expected);
    }

    @Test
    void retries_that_wait_longer_than_the_machine_may_run_are_a_warning() {
        assertThat(warnings("{'TimeoutSeconds': 10, 'StartAt': 'A', 'States': {'A': {'Type': 'Task', 'End': true,"
                        + " 'Resource': 'arn:aws:states:::sqs:sendMessage', 'Retry': [{'ErrorEquals': ['X'],"
                        + " 'IntervalSeconds': 2}]}}}"))
                .containsExactly("RETRY_LONGER_THAN_TIMEOUT /States/A/Retry/0");
    }

    @Test
    void a_variable_is_seen_after_it_was_assigned_and_within_what_follows() {
        assertThat(warnings("{'StartAt': 'A', 'States': {'A': {'Type': 'Pass', 'Assign': {'x.$': '$.y'}, 'Next': 'M'},"
                        + " 'M': {'Type': 'Map', 'End': true, 'ItemProcessor': {'StartAt': 'I', 'States': {'I':"
                        + " {'Type': 'Pass', 'End': true, 'Parameters': {'a.$': '$x', 'b.$': \"States.Format('$n', $$.State.Name)\"}}}}}}}"
                                .replace("\"States.Format('$n', $$.State.Name)\"", "'$x.more'")))
                .isEmpty();
    }

    @Test
    void a_warning_is_switched_off_by_the_options_or_by_a_comment() {
        String choice = "{'Type': 'Choice', 'Choices': [{'Variable': '$.x', 'IsNull': true, 'Next': 'B'}]}";

        assertThat(Validator.validate(
                        parse(machine(choice)), new ValidationOptions(false, Set.of("CHOICE_WITHOUT_DEFAULT"))))
                .isEmpty();
        assertThat(warnings(machine(
                        choice.replace("'Type'", "'Comment': 'asl-testkit: ignore CHOICE_WITHOUT_DEFAULT', 'Type'"))))
                .isEmpty();
    }

    @Test
    void a_definition_that_is_half_read_is_checked_as_far_as_it_goes() {
        for (String text : List.of(
                "{}",
                "{'StartAt': 1, 'States': {'A': {'Type': 'Task'}}}",
                "{'States': {'A': {'Type': 'Map', 'Catch': [{}]}, 'B': {'Type': 'Choice', 'Choices': [{}, {'Not': 1}]}}}",
                "{'States': {'A': {'Type': 'Parallel', 'Branches': [{}]}, 'B': {'Type': 'Wait', 'Next': 'X'}}}")) {
            assertThat(Validator.validate(parse(text))).isNotNull();
        }
    }

    @Test
    void a_variable_has_a_name_that_is_an_identifier_of_at_most_80_characters() {
        for (String name : List.of("1x", "a-b", "states", "x".repeat(81))) {
            assertThat(errors("{'Type': 'Pass', 'Assign': {'" + name + "': 1}, 'End': true}"))
                    .as(name)
                    .singleElement()
                    .asString()
                    .contains("is not a valid variable name");
        }
        assertThat(errors("{'Type': 'Pass', 'Assign': {'größe_1.$': '$'}, 'End': true}"))
                .isEmpty();
    }

    @Test
    void an_inner_scope_assigns_no_variable_of_an_outer_one() {
        String branch =
                "{'Type': 'Parallel', 'Assign': {'x': 1}, 'Branches': [{'StartAt': 'B', 'States': {'B': {'Type': 'Pass',"
                        + " 'Assign': {'NAME': 2}, 'End': true}}}], 'End': true}";

        assertThat(errors(branch.replace("NAME", "x")))
                .singleElement()
                .asString()
                .contains("assigned in an outer scope");
        assertThat(errors(branch.replace("NAME", "y"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1 + | INVALID_JSONATA_EXPRESSION: Unexpected end of expression",
                "phone.number | UNSUPPORTED_JSONATA_EXPRESSION: Reference to 'phone' at the top level is not supported.",
                "$.phone | UNSUPPORTED_JSONATA_EXPRESSION: Reference to '$' at the top level is not supported.",
                "$$ | UNSUPPORTED_JSONATA_EXPRESSION: Reference to '$$' at the top level is not supported.",
            })
    void an_expression_that_step_functions_cannot_evaluate_is_refused_where_it_stands(String text, String expected) {
        String state =
                "{'Type': 'Pass', 'QueryLanguage': 'JSONata', 'End': true, 'Output': {'v': '{% " + text + " %}'}}";

        assertThat(errors(state)).containsExactly(expected + " at /States/A/Output/v");
    }

    @Test
    void an_expression_has_both_delimiters_and_text_has_none() {
        for (String half : List.of("{% 10 %", "{% 10", "10 %}")) {
            assertThat(errors("{'Type': 'Pass', 'QueryLanguage': 'JSONata', 'End': true, 'Output': ['" + half + "']}"))
                    .containsExactly("INVALID_JSONATA_EXPRESSION: A JSONata expression starts with '{%' and ends with"
                            + " '%}' at /States/A/Output/0");
        }
        for (String whole : List.of("{%10%}", " {% a %} ", "10 %", "{ % 10 %}".replace("%}", "% }"))) {
            assertThat(errors("{'Type': 'Pass', 'QueryLanguage': 'JSONata', 'End': true, 'Output': ['" + whole + "']}"))
                    .isEmpty();
        }
    }
}
