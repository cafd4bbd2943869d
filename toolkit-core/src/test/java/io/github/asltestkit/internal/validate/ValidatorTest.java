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
import org.junit.jupiter.params.provider.ValueSource;

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
                "{'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::sqs:sendMessage', 'Parameters': {'QueueUrl': 'q', 'MessageBody': 'b'}, 'TimeoutSeconds': 5, 'HeartbeatSeconds': 5} | 'HeartbeatSeconds' must be smaller than 'TimeoutSeconds' at /States/A",
                "{'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::dynamodb:query'} | The resource provided arn:aws:states:::dynamodb:query is not recognized. The value is not a valid resource ARN, or the resource is not available in this region. at /States/A/Resource",
                "{'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::sns:publish.sync'} | The resource provided arn:aws:states:::sns:publish.sync is not recognized. The value is not a valid resource ARN, or the resource is not available in this region. at /States/A/Resource",
                "{'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::aws-sdk:sts:assumeRole', 'Parameters': {'RoleArn': 'r'}} | The resource provided arn:aws:states:::aws-sdk:sts:assumeRole is not recognized. The value is not a valid resource ARN, or the resource is not available in this region. at /States/A/Resource",
                "{'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::aws-sdk:kinesis:subscribeToShard.waitForTaskToken', 'Parameters': {'ShardId': 's'}} | The resource provided arn:aws:states:::aws-sdk:kinesis:subscribeToShard.waitForTaskToken is not recognized. The value is not a valid resource ARN, or the resource is not available in this region. at /States/A/Resource",
                "{'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::aws-sdk:s3:listBuckets'} | The field 'Parameters' is required but was missing at /States/A",
                "{'Type': 'Task', 'End': true, 'QueryLanguage': 'JSONata', 'Resource': 'arn:aws:states:::aws-sdk:s3:listBuckets'} | The field 'Arguments' is required but was missing at /States/A",
                "{'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::lambda:invoke', 'Parameters': {'FunctionName': 'f', 'Payload': 5}} | The value of the field 'Payload' has an invalid format at /States/A/Parameters/Payload",
                "{'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::http:invoke', 'Parameters': {'ApiEndpoint': 'e'}} | The field 'Method' is required but was missing at /States/A/Parameters",
                "{'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::sqs:sendMessage', 'Parameters': {'QueueUrl': 'q', 'MessageBody': 'm', 'Foo': 1}} | The field \"Foo\" is not supported by Step Functions at /States/A/Parameters",
                "{'Type': 'Map', 'End': true, 'MaxConcurrencyPath': '$$.x', 'ItemProcessor': {'StartAt': 'C', 'States': {'C': {'Type': 'Succeed'}}}} | Value is not a Reference Path at /States/A/MaxConcurrencyPath",
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
    void what_holds_a_placeholder_is_not_judged_where_the_machine_can_be_tested() {
        assertThat(errors("{'Type': 'Task', 'End': true, 'Resource': '${Function}', 'Parameters': {'a': '${b}',"
                        + " 'c.$': 'States.UUID()', 'e.$': '$.a'}}"))
                .isEmpty();
    }

    @Test
    void a_placeholder_without_which_the_machine_cannot_run_is_an_error_that_names_it() {
        assertThat(errors("{'Type': 'Task', 'End': true, 'Resource': '${Function}', 'InputPath': '$.${x}[',"
                        + " 'Parameters': {'a.$': '${y}'}}"))
                .containsExactly(
                        "UNRESOLVED_PLACEHOLDER: ${x} has no value, and the machine cannot run without one at"
                                + " /States/A/InputPath",
                        "UNRESOLVED_PLACEHOLDER: ${y} has no value, and the machine cannot run without one at"
                                + " /States/A/Parameters/a.$");
    }

    @Test
    void an_express_workflow_knows_request_response_only() {
        Definition definition = parse(
                machine(
                        "{'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::states:startExecution.sync', 'Parameters': {'StateMachineArn': 's'}}"));

        assertThat(Validator.validate(definition, new ValidationOptions(true, Set.of())).stream()
                        .filter(Diagnostic::isError)
                        .map(d -> d.message() + " at " + d.awsLocation()))
                .containsExactly(
                        "Express state machine does not support '.sync' service integration at /States/A/Resource");
        assertThat(Validator.validate(definition)).noneMatch(Diagnostic::isError);
    }

    @Test
    void a_parameter_that_an_action_does_not_have_may_be_one_that_it_has() {
        String definition = machine("{'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::ecs:runTask',"
                + " 'Parameters': {'cluster': 'c', 'Overides.$': '$.o'}}");

        assertThat(Validator.validate(parse(definition)).stream()
                        .map(d -> d.code() + ": " + d.message() + " (" + d.hint() + ")"))
                .containsExactlyInAnyOrder(
                        "UNKNOWN_PARAMETER: 'cluster' is not a parameter of ecs:runTask (did you mean \"Cluster\"?)",
                        "UNKNOWN_PARAMETER: 'Overides' is not a parameter of ecs:runTask (did you mean \"Overrides\"?)",
                        "MISSING_PARAMETER: ecs:runTask asks for 'TaskDefinition' (null)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Resource': 'arn:aws:states:::sqs:${Action}', 'Parameters': {'Any': 1}",
                "'Resource': 'arn:aws:states:::sqs:sendMessage', 'Parameters': {'${Key}': 1}",
                "'Resource': 'arn:aws:states:::sqs:sendMessage', 'Parameters': {'QueueUrl.$': '$.q', 'MessageBody': '${b}'}",
                "'Resource': 'arn:aws:states:::aws-sdk:sqs:sendMessage', 'Parameters': {'Any': 1}",
                "'Resource': 'arn:aws:states:::aws-sdk:sqs:sendMessage', 'QueryLanguage': 'JSONata', 'Arguments': '{% $states.input %}'",
                "'Resource': 'arn:aws:states:::sqs:sendMessage', 'QueryLanguage': 'JSONata', 'Arguments': '{% $states.input %}'",
                "'Resource': 'arn:aws:states:::emr-containers:startJobRun', 'Parameters': {'VirtualClusterId': 'v'}"
            })
    void parameters_that_a_definition_leaves_open_are_not_judged(String task) {
        assertThat(warnings(machine("{'Type': 'Task', 'End': true, " + task + "}")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'Type': 'Pass', 'End': true, 'Parameters': {'a': '$.x'}} | NO_DOLLAR /States/A/Parameters/a",
                "{'Type': 'Pass', 'End': true, 'Result': {'a.$': '$.x'}} | PASS_RESULT_IS_STATIC /States/A/Result/a.$",
                "{'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::sqs:sendMessage', 'Parameters': {'QueueUrl': 'q', 'MessageBody.$': '$', 'DelaySecond.$': '$.d'}} | UNKNOWN_PARAMETER /States/A/Parameters/DelaySecond.$",
                "{'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::sqs:sendMessage', 'QueryLanguage': 'JSONata', 'Arguments': {'QueueUrl': 'q'}} | MISSING_PARAMETER /States/A/Arguments",
                "{'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::sqs:sendMessage'} | MISSING_PARAMETER /States/A",
                "{'Type': 'Task', 'End': true, 'QueryLanguage': 'JSONata', 'Resource': 'arn:aws:states:::sqs:sendMessage'} | MISSING_PARAMETER /States/A",
                "{'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::aws-sdk:dynamoDB:getItem', 'Parameters': {'Key': {}}} | UNKNOWN_SERVICE /States/A/Resource",
                "{'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::sqs:sendMessage.waitForTaskToken', 'Parameters': {'QueueUrl': 'q', 'MessageBody': 'b'}} | CALLBACK_WITHOUT_TIMEOUT /States/A",
                "{'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::batch:submitJob.sync', 'Parameters': {'JobName': 'n', 'JobDefinition': 'd', 'JobQueue': 'q'}, 'HeartbeatSeconds': 5} | HEARTBEAT_WITHOUT_TOKEN /States/A/HeartbeatSeconds",
                "{'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::lambda:invoke', 'Parameters': {'FunctionName': 'f'}} | LAMBDA_WITHOUT_RETRY /States/A",
                "{'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::sqs:sendMessage', 'Parameters': {'QueueUrl': 'q', 'MessageBody': 'b'}, 'Retry': [{'ErrorEquals': ['States.TaskFailed']}, {'ErrorEquals': ['SQS.X']}]} | UNREACHABLE_RETRIER /States/A/Retry/1",
                "{'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::sqs:sendMessage', 'Parameters': {'QueueUrl': 'q', 'MessageBody': 'b'}, 'Catch': [{'ErrorEquals': ['SQS.X'], 'Next': 'B', 'ResultPath': '$.e'}, {'ErrorEquals': ['SQS.X'], 'Next': 'B', 'ResultPath': '$.e'}]} | UNREACHABLE_CATCHER /States/A/Catch/1",
                "{'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::sqs:sendMessage', 'Parameters': {'QueueUrl': 'q', 'MessageBody': 'b'}, 'Catch': [{'ErrorEquals': ['SQS.X'], 'Next': 'B'}]} | CATCH_LOSES_INPUT /States/A/Catch/0",
                "{'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::sqs:sendMessage', 'Parameters': {'QueueUrl': 'q', 'MessageBody': 'b'}, 'Retry': [{'ErrorEquals': ['States.Runtime']}]} | UNMATCHABLE_ERROR /States/A/Retry/0/ErrorEquals/0",
                "{'Type': 'Choice', 'Choices': [{'Variable': '$.x', 'IsNull': true, 'Next': 'B'}]} | CHOICE_WITHOUT_DEFAULT /States/A",
                "{'Type': 'Choice', 'Default': 'B', 'Choices': [{'Variable': '$.x', 'IsNull': true, 'Next': 'A'}]} | LOOP_WITHOUT_WAIT /States/A",
                "{'Type': 'Wait', 'Seconds': 1, 'Next': 'A'} | STATE_WITHOUT_WAY_OUT /States/A",
                "{'Type': 'Pass', 'End': true, 'Parameters': {'a.$': 'States.Format($x)'}} | VARIABLE_NOT_ASSIGNED /States/A/Parameters/a.$",
                "{'Type': 'Pass', 'QueryLanguage': 'JSONata', 'End': true, 'Output': '{% $map([1], function($v) { $v + $x }) %}'} | VARIABLE_NOT_ASSIGNED /States/A/Output",
                "{'Type': 'Fail', 'Error': '$.error'} | NO_PATH /States/A/Error",
                "{'Type': 'Choice', 'Default': 'B', 'Choices': [{'Variable': '$.x', 'StringEquals': '$.y', 'Next': 'B'}]} | NO_PATH /States/A/Choices/0/StringEquals",
                "{'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::states:startExecution', 'Parameters': {'StateMachineArn': 's'}, 'Catch': [{'ErrorEquals': ['Order.Lost'], 'Next': 'B', 'ResultPath': '$.e'}]} | UNMATCHABLE_ERROR /States/A/Catch/0/ErrorEquals/0",
                "{'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::states:startExecution', 'Parameters': {'StateMachineArn': 's'}, 'Retry': [{'ErrorEquals': ['Lambda.ServiceException', 'OrderLost']}]} | UNMATCHABLE_ERROR /States/A/Retry/0/ErrorEquals/0",
                "{'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::sqs:sendMessage', 'Parameters': {'QueueUrl': 'q', 'MessageBody': 'b'}, 'Retry': [{'ErrorEquals': ['States.BranchFailed']}]} | UNMATCHABLE_ERROR /States/A/Retry/0/ErrorEquals/0",
                "{'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::sqs:sendMessage', 'Parameters': {'QueueUrl': 'q', 'MessageBody': 'b'}, 'Retry': [{'ErrorEquals': ['States.QueryEvaluationError']}]} | UNMATCHABLE_ERROR /States/A/Retry/0/ErrorEquals/0",
                "{'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::sqs:sendMessage', 'Parameters': {'QueueUrl': 'q', 'MessageBody': 'b'}, 'Retry': [{'ErrorEquals': ['State.Timeout']}]} | UNMATCHABLE_ERROR /States/A/Retry/0/ErrorEquals/0",
                "{'Type': 'Map', 'End': true, 'ItemProcessor': {'ProcessorConfig': {'Mode': 'DISTRIBUTED', 'ExecutionType': 'STANDARD'}, 'StartAt': 'C', 'States': {'C': {'Type': 'Succeed'}}}} | MAP_RESULT_SIZE /States/A",
                "{'Type': 'Map', 'End': true, 'ItemProcessor': {'StartAt': 'C', 'States': {'C': {'Type': 'Task', 'Resource': 'arn:aws:states:::sqs:sendMessage', 'Parameters': {'QueueUrl': 'q', 'MessageBody': 'b'}, 'End': true}}}} | MAP_RESULT_SIZE /States/A",
                "{'Type': 'Pass', 'Result': {'a': {'b': [1]}}, 'Next': 'C'}, 'C': {'Type': 'Pass', 'Parameters': {'x.$': '$.a.b[0]', 'y.$': '$.a.b[1].c', 'z.$': '$.a.b[1]', 'all.$': '$..q'}, 'End': true} | FIELD_NEVER_EXISTS /States/C/Parameters/y.$",
                "{'Type': 'Pass', 'Result': {'a': 1}, 'Next': 'C'}, 'C': {'Type': 'Choice', 'Default': 'B', 'Choices': [{'Variable': '$.b', 'IsPresent': true, 'Next': 'B'}]} | COMPARISON_NEVER_TRUE /States/C/Choices/0",
                "{'Type': 'Pass', 'Parameters': {'a.$': '$.in', 'c': 1}, 'Next': 'C'}, 'C': {'Type': 'Choice', 'Default': 'B', 'Choices': [{'Variable': '$.a.x', 'IsNull': true, 'Next': 'B'}, {'Variable': '$.d', 'IsNull': true, 'Next': 'B'}]} | FIELD_NEVER_EXISTS /States/C/Choices/1/Variable",
            })
    void what_aws_accepts_and_nobody_wants_is_a_warning(String state, String expected) {
        assertThat(warnings(machine(state))).containsExactly(expected);
    }

    @Test
    void retries_that_wait_longer_than_the_machine_may_run_are_a_warning() {
        assertThat(warnings("{'TimeoutSeconds': 10, 'StartAt': 'A', 'States': {'A': {'Type': 'Task', 'End': true,"
                        + " 'Resource': 'arn:aws:states:::sqs:sendMessage', 'Parameters': {'QueueUrl': 'q', 'MessageBody': 'b'}, 'Retry': [{'ErrorEquals': ['SQS.X'],"
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
        for (String name : List.of("1x", "_x", "a-b", "states", "x".repeat(81))) {
            assertThat(errors("{'Type': 'Pass', 'Assign': {'" + name + "': 1}, 'End': true}"))
                    .as(name)
                    .singleElement()
                    .asString()
                    .contains("is not a valid variable name");
        }
        assertThat(errors("{'Type': 'Pass', 'Assign': {'größe_1.$': '$'}, 'End': true}"))
                .isEmpty();
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // A function, a worker and whoever has the token may fail with any name.
                "{'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::sqs:sendMessage.waitForTaskToken', 'Parameters': {'QueueUrl': 'q', 'MessageBody': 'b'}, 'TimeoutSeconds': 9, 'Retry': [{'ErrorEquals': ['X']}]}",
                "{'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:us-east-1:123456789012:activity:a', 'TimeoutSeconds': 9, 'Retry': [{'ErrorEquals': ['X']}]}",
                "{'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::lambda:invoke', 'Parameters': {'FunctionName': 'f'}, 'Retry': [{'ErrorEquals': ['X']}, {'ErrorEquals': ['Lambda.ServiceException']}]}",
                "{'Type': 'Task', 'End': true, 'Resource': '${Some}', 'Retry': [{'ErrorEquals': ['X']}]}",
                "{'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::aws-sdk:dynamodb:query', 'Retry': [{'ErrorEquals': ['DynamoDb.ThrottlingException']}]}",
                // One name that can be is enough.
                "{'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::sqs:sendMessage', 'Parameters': {'QueueUrl': 'q', 'MessageBody': 'b'}, 'Retry': [{'ErrorEquals': ['Lambda.ServiceException', 'States.TaskFailed']}]}",
                // The function that the CDK makes for EvaluateExpression evaluates the expression itself.
                "{'Type': 'Task', 'End': true, 'Resource': '${Eval}', 'Parameters': {'expression': '$.a + $.b', 'expressionAttributeValues': {'$.a.$': '$.a', '$.b.$': '$.b'}}}",
                // What is thrown away or cut down cannot grow.
                "{'Type': 'Map', 'End': true, 'ResultPath': null, 'ItemProcessor': {'StartAt': 'C', 'States': {'C': {'Type': 'Task', 'Resource': 'arn:aws:states:::sqs:sendMessage', 'Parameters': {'QueueUrl': 'q', 'MessageBody': 'b'}, 'End': true}}}}",
                "{'Type': 'Map', 'End': true, 'ItemProcessor': {'StartAt': 'C', 'States': {'C': {'Type': 'Task', 'Resource': 'arn:aws:states:::sqs:sendMessage', 'Parameters': {'QueueUrl': 'q', 'MessageBody': 'b'}, 'ResultSelector': {'id.$': '$.MessageId'}, 'End': true}}}}",
                // The input of the state is more than what the Pass gives, or may be absent on some way.
                "{'Type': 'Pass', 'Result': {'a': 1}, 'ResultPath': '$.r', 'Next': 'C'}, 'C': {'Type': 'Pass', 'Parameters': {'x.$': '$.b'}, 'End': true}",
                "{'Type': 'Pass', 'InputPath': '$.a', 'Next': 'C'}, 'C': {'Type': 'Choice', 'Default': 'B', 'Choices': [{'Variable': '$.b', 'IsPresent': true, 'Next': 'B'}]}",
                // What an expression binds, and what JSONata brings along, is no variable of the machine.
                "{'Type': 'Pass', 'QueryLanguage': 'JSONata', 'End': true, 'Output': '{% ($a := $states.input.a; $b := function($c){ $c * $a }; [$map([1], $string), $b(2), $states.input.xs@$x#$i.{`k`: $x, `i`: $i}]) %}'}",
            })
    void what_may_well_be_meant_is_no_warning(String state) {
        assertThat(warnings(machine(state))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "asl-testkit: ignore CHOICE_WITHOUT_DEFAULT",
        "'what it does; asl-testkit: ignore LOOP_WITHOUT_WAIT, CHOICE_WITHOUT_DEFAULT'",
        "asl-testkit: ignore *"
    })
    void a_comment_of_the_state_switches_a_warning_off(String comment) {
        assertThat(warnings(machine("{'Type': 'Choice', 'Comment': '" + comment
                        + "', 'Choices': [{'Variable': '$.x', 'IsNull': true, 'Next': 'B'}]}")))
                .isEmpty();
    }

    @Test
    void a_comment_of_the_file_switches_a_warning_off() {
        String yaml = """
                StartAt: A
                States:
                  # nothing else ever comes. asl-testkit: ignore CHOICE_WITHOUT_DEFAULT
                  A: {Type: Choice, Choices: [{Variable: $.x, IsNull: true, Next: B}]}
                  B: {Type: Choice, Choices: [{Variable: $.x, IsNull: true, Next: C}]}
                  C: {Type: Succeed}
                """;

        assertThat(Validator.validate(Objects.requireNonNull(
                        DefinitionParser.parse("m.yaml", yaml).definition())))
                .singleElement()
                .satisfies(d -> assertThat(d.location()).hasToString("m.yaml:5:6  /States/B"));
    }

    @Test
    void a_label_is_short_plain_and_there_once() {
        String map = "{'Type': 'Map', 'Label': '%s', 'ResultWriter': {}, 'ItemProcessor': {'ProcessorConfig': {'Mode':"
                + " 'DISTRIBUTED', 'ExecutionType': 'STANDARD'}, 'StartAt': '%s', 'States': {'%2$s': {'Type':"
                + " 'Succeed'}}}, %s}";
        String machine = "{'StartAt': 'A', 'States': {'A': " + map.formatted("one", "D", "'Next': 'B'") + ", 'B': "
                + map.formatted("one", "E", "'Next': 'C'") + ", 'C': " + map.formatted("a b", "F", "'End': true")
                + "}}";

        assertThat(Validator.validate(parse(machine)))
                .extracting(d -> d.code() + " " + d.awsLocation())
                .containsExactly("DUPLICATE_LABEL_NAME /States/B/Label", "INVALID_LABEL_NAME /States/C/Label");
    }

    @Test
    void each_rule_says_what_it_tells_in_the_codes_that_it_tells() {
        assertThat(Validator.rules().values())
                .allSatisfy(infos -> assertThat(infos).isNotEmpty());
        assertThat(Validator.rules().keySet()).containsExactlyInAnyOrderElementsOf(RuleClasses.names());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'Type': 'Map', 'MaxConcurrencyPath': '$$.x', 'ItemProcessor': {'StartAt': 'C', 'States': {'C': {'Type': 'Succeed'}}}, 'End': true}",
                "{'Type': 'Wait', 'QueryLanguage': 'JSONata', 'Seconds': '{% $states.result.a %}', 'End': true}"
            })
    void of_a_path_that_is_refused_nothing_is_told_of_what_it_reads(String state) {
        DefinitionParser.Parsed parsed = DefinitionParser.parse(
                "test.asl.json",
                "{'StartAt': 'A', 'States': {'A': ".concat(state).concat("}}").replace('\'', '"'));

        assertThat(Validator.validateFurther(
                        Objects.requireNonNull(parsed.definition()),
                        parsed.diagnostics(),
                        ValidationOptions.standard()))
                .singleElement()
                .matches(Diagnostic::isError);
    }
}
