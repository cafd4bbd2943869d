package io.github.asltestkit.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.Execution;
import io.github.asltestkit.HarnessOptions;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.definition.DefinitionOptions;
import io.github.asltestkit.mock.FieldValidation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Parameters of optimized integrations that Step Functions refuses before it calls the service. */
class RequestFormatTest {

    private static Execution run(String resource, String parameters, String input) {
        StateMachineHarness harness = StateMachineHarness.create(
                StateMachine.parse("call.asl.json", """
                        {"StartAt": "Call", "States": {"Call": {"Type": "Task", "End": true, "Resource": "arn:aws:states:::%s",
                          "Parameters": %s, "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Caught"}]},
                          "Caught": {"Type": "Succeed"}}}""".formatted(resource, parameters.replace('\'', '"'))),
                HarnessOptions.defaults().withFieldValidation(FieldValidation.NONE));
        harness.mock("Call").returns("{}");
        return harness.run(input.replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "apigateway:invoke | {'ApiEndpoint': 'e', 'Method': 'GET', 'Headers.$': '$.h'} | {'h': {'a': 'b'}} | The value of the field 'Headers' has an invalid format",
                "apigateway:invoke | {'ApiEndpoint': 'e', 'Method': 'GET', 'Headers.$': '$.h'} | {'h': 'a'} | The value of the field 'Headers' has an invalid format",
                "apigateway:invoke | {'ApiEndpoint': 'e', 'Method': 'GET', 'QueryParameters.$': '$.q'} | {'q': '?a=b'} | The value of the field 'QueryParameters' has an invalid format",
                "ecs:runTask | {'TaskDefinition': 't', 'Overrides.$': '$.o'} | {'o': [1]} | The value of the field 'Overrides' has an invalid format",
                "events:putEvents | {'Entries.$': '$.e'} | {'e': {}} | The value of the field 'Entries' has an invalid format",
            })
    void parameters_that_do_not_fit_end_the_execution_before_the_call(
            String resource, String parameters, String input, String problem) {
        Execution execution = run(resource, parameters, input);

        assertThat(execution.error()).isEqualTo("States.Runtime");
        assertThat(execution.cause())
                .startsWith("An error occurred while executing the state 'Call' (entered at the event id #2). The"
                        + " Parameters '{\"")
                .endsWith("}' could not be used to start the Task: [" + problem + "]");
        assertThat(execution.history().events()).hasSize(3);
        assertThat(execution.calls()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "apigateway:invoke | {'ApiEndpoint': 'e', 'Method': 'GET', 'Headers.$': '$.h'} | {'h': {'a': ['b']}}",
                "sqs:sendMessage | {'QueueUrl': 'q', 'MessageBody.$': '$.b'} | {'b': {'any': 1}}",
                "lambda:invoke | {'FunctionName': 'f', 'Payload.$': '$.p'} | {'p': [1]}",
                "aws-sdk:sqs:sendMessage | {'Anything.$': '$.p'} | {'p': [1]}",
            })
    void parameters_that_fit_are_sent(String resource, String parameters, String input) {
        assertThat(run(resource, parameters, input).calls()).hasSize(1);
    }

    /** Every action of the catalogue, but those of HTTP Tasks, which check their parameters when they are sent. */
    static Stream<String> actions() {
        ServiceCatalogue services = ServiceCatalogue.load();
        return services.services().stream()
                .filter(service -> !service.equals("http"))
                .flatMap(service -> services.actions(service).stream()
                        .map(action -> service + ":" + action
                                + services.suffixes(service, action).get(0)));
    }

    private static JsonNode shape(String resource) {
        TaskResource parsed = TaskResource.parse("arn:aws:states:::" + resource);
        return Objects.requireNonNull(ServiceCatalogue.load().requestShape(parsed.service(), parsed.api()));
    }

    /** Given by the input, so that no rule of the definition sees them. */
    private static Execution given(String resource, JsonNode parameters) {
        StateMachineHarness harness = StateMachineHarness.create(
                StateMachine.parse("call.asl.json", """
                        {"QueryLanguage": "JSONata", "StartAt": "Call", "States": {"Call": {"Type": "Task", "End": true,
                          "Resource": "arn:aws:states:::%s", "Arguments": "{%% $states.input %%}"}}}""".formatted(resource)),
                HarnessOptions.defaults().withFieldValidation(FieldValidation.NONE));
        harness.mock("Call").returns("{}");
        return harness.run(parameters.toString());
    }

    private static List<String> names(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static void isRefused(Execution execution, JsonNode parameters, String... problems) {
        assertThat(execution.error()).isEqualTo("States.Runtime");
        assertThat(execution.cause())
                .isEqualTo(
                        "An error occurred while executing the state 'Call' (entered at the event id #2). The Parameters '"
                                + parameters + "' could not be used to start the Task: [" + String.join(", ", problems)
                                + "]");
        assertThat(execution.calls()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("actions")
    void every_action_is_called_with_what_it_asks_for(String resource) {
        assumeThat(resource).as("starts a machine that is not there").doesNotStartWith("states:startExecution");
        Execution execution = given(resource, RequiredParameters.of(resource));

        assertThat(execution.calls()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("actions")
    void no_action_is_called_without_a_field_that_it_asks_for(String resource) {
        ObjectNode whole = RequiredParameters.of(resource);
        for (String field : names(whole)) {
            ObjectNode without = whole.deepCopy();
            without.remove(field);
            isRefused(given(resource, without), without, "The field '" + field + "' is required but was missing");
        }
    }

    @ParameterizedTest
    @MethodSource("actions")
    void no_action_is_called_with_a_field_that_it_does_not_have(String resource) {
        ObjectNode more = RequiredParameters.of(resource).put("NoSuchField", 1);

        isRefused(given(resource, more), more, "The field \"NoSuchField\" is not supported by Step Functions");
    }

    @ParameterizedTest
    @MethodSource("actions")
    void no_action_is_called_with_a_list_or_an_object_in_place_of_the_other(String resource) {
        for (var field : shape(resource).properties()) {
            String name = field.getKey().replace("!", "");
            JsonNode right = RequiredParameters.value(field.getValue());
            if (!right.isTextual()) {
                ObjectNode wrong = RequiredParameters.of(resource);
                wrong.put(name, "no value of its kind");
                isRefused(given(resource, wrong), wrong, "The value of the field '" + name + "' has an invalid format");
            }
        }
    }

    @Test
    void a_warning_that_is_switched_off_lets_the_field_through() {
        String definition = """
                {"StartAt": "Call", "States": {"Call": {"Type": "Task", "End": true, %s
                  "Resource": "arn:aws:states:::sns:publish", "Parameters": {"TopicArn": "t", %s}}}}""";
        String comment = "\"Comment\": \"asl-testkit: ignore UNKNOWN_PARAMETER, MISSING_PARAMETER\",";
        DefinitionOptions ignoring =
                DefinitionOptions.defaults().withIgnoredWarnings("UNKNOWN_PARAMETER", "MISSING_PARAMETER");
        String tooMany = "\"Message\": \"m\", \"Younger.$\": \"$\"";
        String tooFew = "\"Subject\": \"s\"";

        for (String parameters : List.of(tooMany, tooFew)) {
            assertThat(run(definition.formatted("", parameters), DefinitionOptions.defaults())
                            .error())
                    .isEqualTo("States.Runtime");
            assertThat(run(definition.formatted(comment, parameters), DefinitionOptions.defaults())
                            .error())
                    .isNull();
            assertThat(run(definition.formatted("", parameters), ignoring).error())
                    .isNull();
        }
    }

    private static Execution run(String definition, DefinitionOptions options) {
        StateMachineHarness harness =
                StateMachineHarness.create(StateMachine.parse("call.asl.json", definition, options));
        harness.mock("Call").returns("{\"MessageId\": \"m\"}");
        return harness.run("{}");
    }

    @Test
    void a_placeholder_without_a_value_hides_what_is_given() {
        String parameters = "{'TaskDefinition': 't', 'Count': '${Count}', 'Overrides': '${Overrides}', '${Name}': 1}";

        assertThat(run("ecs:runTask", parameters, "{}").calls()).hasSize(1);
        assertThat(run("ecs:runTask", parameters.replace("'TaskDefinition': 't', ", ""), "{}")
                        .calls())
                .hasSize(1);
    }
}
