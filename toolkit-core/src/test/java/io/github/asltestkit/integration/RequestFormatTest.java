package io.github.asltestkit.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asltestkit.Execution;
import io.github.asltestkit.HarnessOptions;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.mock.FieldValidation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
