package io.github.asltestkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.integration.RequiredParameters;
import io.github.asltestkit.integration.StepFunctionsException;
import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What TestState refuses: the constraints of the API's model, and what the parts of a request say of one another. */
class SingleStateRequestTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String PASS = "{\"Type\": \"Pass\", \"End\": true}";
    private static final String TASK =
            "{\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::lambda:invoke\", \"Parameters\": {\"FunctionName\": \"f\"},"
                    + " \"End\": true}";
    private static final String PARALLEL =
            "{\"Type\": \"Parallel\", \"End\": true, \"Branches\": [{\"StartAt\": \"In\", \"States\": {\"In\": " + PASS
                    + "}}]}";
    private static final String MAP =
            "{\"Type\": \"Map\", \"End\": true, \"ItemProcessor\": {\"StartAt\": \"In\", \"States\": {\"In\": " + PASS
                    + "}}}";

    private static ObjectNode request(String state, String more) throws IOException {
        String definition = switch (state.toUpperCase(Locale.ROOT)) {
            case "PASS" -> PASS;
            case "TASK" -> TASK;
            case "PARALLEL" -> PARALLEL;
            case "MAP" -> MAP;
            default ->
                "{\"Type\": \"Task\", \"Resource\": \"" + state + "\", \"Parameters\": "
                        + RequiredParameters.of(state.replaceFirst(".*:::", "")) + ", \"End\": true}";
        };
        ObjectNode request = JSON.createObjectNode();
        request.put("definition", definition);
        request.setAll((ObjectNode) JSON.readTree("{" + more.replace('\'', '"') + "}"));
        return request;
    }

    private static JsonNode testState(JsonNode request) {
        return new SingleStateApi(HarnessOptions.defaults()).testState(request);
    }

    @ParameterizedTest(name = "{0} with {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # constraints of the API's model
            Pass     | 'inspectionLevel': 'ALL'                              | ValidationException: 1 validation error detected: Value 'ALL' at 'inspectionLevel' failed to satisfy constraint: Member must satisfy enum value set: [INFO, DEBUG, TRACE]
            Pass     | 'stateName': ''                                       | ValidationException: 1 validation error detected: Value at 'stateName' failed to satisfy constraint: Member must have length greater than or equal to 1
            Pass     | 'roleArn': ''                                         | ValidationException: 1 validation error detected: Value '' at 'roleArn' failed to satisfy constraint: Member must have length greater than or equal to 1
            Pass     | 'revealSecrets': 'yes'                                | SerializationException: STRING_VALUE can not be converted to a Boolean
            Pass     | 'input': {}                                           | SerializationException: START_OBJECT can not be converted to a String
            Task     | 'mock': {'result': '1', 'fieldValidationMode': 'ANY'} | ValidationException: 1 validation error detected: Value 'ANY' at 'mock.fieldValidationMode' failed to satisfy constraint: Member must satisfy enum value set: [STRICT, PRESENT, NONE]
            Task     | 'mock': {'errorOutput': {'error': 'E'}}, 'stateConfiguration': {'retrierRetryCount': -1} | ValidationException: 1 validation error detected: Value '-1' at 'stateConfiguration.retrierRetryCount' failed to satisfy constraint: Member must have value greater than or equal to 0
            # what is JSON
            Pass     | 'input': 'no'                                         | InvalidExecutionInput: Invalid State Machine Execution Input: 'Invalid execution input.'
            Pass     | 'variables': '[1]'                                    | ValidationException: Invalid variables: not a JSON object
            Task     | 'mock': {'result': '1', 'fieldValidationMode': 'NONE'}, 'context': '[]' | ValidationException: Invalid Context object provided: not a JSON object
            Task     | 'mock': {'result': 'no'}                              | ValidationException: Mocked result must be valid JSON
            # the mock
            Pass     | 'mock': {'result': '1'}                               | ValidationException: State type 'Pass' is not supported when a mock is specified
            Task     | 'mock': {}                                            | ValidationException: A test mock should have only one of the following fields: [result, errorOutput].
            Task     | 'mock': {'errorOutput': {'cause': 'C'}}               | ValidationException: Mocked errorOutput must have an error.
            Task     | 'mock': {'result': '1'}, 'revealSecrets': true        | ValidationException: TestState does not support RevealSecrets when a mock is specified.
            Task     | 'context': '{}', 'roleArn': 'r'                       | ValidationException: TestState does not support Context when a mock is not specified.
            Task     | 'input': '1'                                          | ValidationException: RoleArn must be specified when testing a Task state
            Map      | 'roleArn': 'r'                                        | InvalidDefinition: TestState API does not support Map or Parallel states. Supported state types include: [Task, Wait, Pass, Succeed, Fail, Choice]
            Parallel | 'roleArn': 'r'                                        | InvalidDefinition: TestState API does not support Map or Parallel states. Supported state types include: [Task, Wait, Pass, Succeed, Fail, Choice]
            Parallel | 'mock': {'result': '[1, 2]'}                          | ValidationException: Mocked result must contain the same number of items as number of Parallel branches.
            Map      | 'mock': {'result': '1'}                               | ValidationException: Mocked result must be an array.
            # the configuration
            Task     | 'mock': {'result': '1'}, 'stateConfiguration': {'mapIterationFailureCount': 0}    | ValidationException: MapIterationFailureCount can only be specified for a Map state or a state within one.
            Map      | 'stateConfiguration': {'mapIterationFailureCount': 0}                             | ValidationException: TestState does not support MapIterationFailureCount when a mock is not specified.
            Map      | 'mock': {'result': '[]'}, 'stateConfiguration': {'mapItemReaderData': '[]'}       | ValidationException: MapItemReaderData can only be specified for a Map state with an ItemReader.
            Map      | 'mock': {'result': '[]'}, 'stateConfiguration': {'errorCausedByState': 'In'}      | ValidationException: ErrorCausedByState can only be specified when an error is mocked for a Map or Parallel state.
            Task     | 'mock': {'errorOutput': {'error': 'E'}}, 'stateConfiguration': {'errorCausedByState': 'In'} | ValidationException: ErrorCausedByState can only be specified when an error is mocked for a Map or Parallel state.
            Parallel | 'mock': {'errorOutput': {'error': 'E'}}, 'stateConfiguration': {'errorCausedByState': 'On'} | ValidationException: ErrorCausedByState is not a state within 'StateName'
            # what only a mock can stand for
            arn:aws:states:::ecs:runTask.sync                 | 'roleArn': 'r' | InvalidDefinition: TestState API does not support the resource arn:aws:states:::ecs:runTask.sync when a mock is not specified
            arn:aws:states:::states:startExecution.sync:2     | 'roleArn': 'r' | InvalidDefinition: TestState API does not support the resource arn:aws:states:::states:startExecution.sync:2 when a mock is not specified
            arn:aws:states:::sqs:sendMessage.waitForTaskToken | 'roleArn': 'r' | InvalidDefinition: TestState API does not support the resource arn:aws:states:::sqs:sendMessage.waitForTaskToken when a mock is not specified
            arn:aws:states:us-east-1:123456789012:activity:a  | 'roleArn': 'r' | InvalidDefinition: TestState API does not support the resource arn:aws:states:us-east-1:123456789012:activity:a when a mock is not specified
            """)
    void a_request_is_refused(String state, String more, String message) throws IOException {
        ObjectNode request = request(state, more);

        assertThatThrownBy(() -> testState(request))
                .isInstanceOf(StepFunctionsException.class)
                .hasMessage(message);
    }

    @ParameterizedTest(name = "{0} with {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Pass     | 'roleArn': 'r'
            Pass     | 'inspectionLevel': 'TRACE'
            Pass     | 'stateConfiguration': {'retrierRetryCount': 3}
            Task     | 'mock': {'result': '{}'}
            Task     | 'mock': {'result': '{}'}, 'context': '{}'
            Map      | 'input': '[1]', 'mock': {'result': '[]'}, 'stateConfiguration': {'mapIterationFailureCount': 1}
            arn:aws:states:::sqs:sendMessage.waitForTaskToken | 'mock': {'result': '{}'}, 'context': '{~Task~: {~Token~: ~t~}}'
            arn:aws:states:us-east-1:123456789012:activity:a  | 'mock': {'result': '7'}
            """)
    void a_request_is_taken(String state, String more) throws IOException {
        assertThat(testState(request(state, more.replace("~", "\\\"")))
                        .path("status")
                        .asText())
                .isEqualTo("SUCCEEDED");
    }

    @Test
    void a_machine_without_the_name_of_a_state_is_no_state() throws IOException {
        ObjectNode request = JSON.createObjectNode();
        request.put("definition", "{\"StartAt\": \"A\", \"States\": {\"A\": " + PASS + ", \"B\": " + PASS + "}}");

        assertThatThrownBy(() -> testState(request)).hasMessageStartingWith("InvalidDefinition: ");
    }

    @Test
    void a_state_runs_no_longer_than_five_minutes() {
        SingleState wait = SingleState.ofState("{\"Type\": \"Wait\", \"SecondsPath\": \"$\", \"Next\": \"On\"}");

        assertThat(wait.withInput(299).run().nextState()).isEqualTo("On");
        assertThat(wait.withInput(301).run().error()).isEqualTo("States.Timeout");
    }
}
