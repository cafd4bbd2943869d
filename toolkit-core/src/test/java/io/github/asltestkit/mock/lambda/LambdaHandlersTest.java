package io.github.asltestkit.mock.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LambdaHandlersTest {
    private static final String BY_INVOKE = """
            {"StartAt": "Charge", "States": {"Charge": {"Type": "Task",
              "Resource": "arn:aws:states:::lambda:invoke",
              "Parameters": {"FunctionName": "charge", "Payload.$": "$"}, "OutputPath": "$.Payload", "End": true}}}""";
    private static final String BY_ARN = """
            {"StartAt": "Charge", "States": {"Charge": {"Type": "Task",
              "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:charge:live", "End": true}}}""";

    record Order(int amount) {}

    static final class Charge implements RequestHandler<Order, Map<String, Object>> {
        @Override
        public Map<String, Object> handleRequest(Order order, Context context) {
            if (order.amount() < 0) {
                throw new IllegalArgumentException("negative", new ArithmeticException("below zero"));
            }
            return Map.of(context.getFunctionName(), order.amount() * 2);
        }
    }

    private static Execution run(String definition, RequestHandler<?, ?> handler, String input) {
        StateMachineHarness harness = StateMachineHarness.create(StateMachine.parse("charge.asl.json", definition));
        harness.mockLambda("charge").answers(LambdaHandlers.of(handler));
        return harness.run(input);
    }

    @Test
    void a_handler_answers_both_forms_of_calling_a_function() {
        assertThat(run(BY_INVOKE, new Charge(), "{\"amount\": 7}").output()).hasToString("{\"charge\":14}");
        assertThat(run(BY_ARN, new Charge(), "{\"amount\": 7}").output()).hasToString("{\"charge\":14}");
    }

    @Test
    void an_exception_becomes_the_error_and_cause_that_lambda_reports() {
        Execution execution = run(BY_ARN, new Charge(), "{\"amount\": -1}");

        assertThat(execution.error()).isEqualTo("java.lang.IllegalArgumentException");
        assertThat(execution.cause())
                .startsWith("{\"errorMessage\":\"negative\",\"errorType\":\"java.lang.IllegalArgumentException\","
                        + "\"stackTrace\":[\"io.github.asltestkit.mock.lambda.LambdaHandlersTest$Charge.handleRequest(")
                .doesNotContain("\"cause\"", "junit");
    }

    @Test
    void a_stream_handler_reads_and_writes_bytes() {
        StateMachineHarness harness = StateMachineHarness.create(StateMachine.parse("charge.asl.json", BY_INVOKE));
        RequestStreamHandler echo = (input, output, context) -> input.transferTo(output);
        harness.mockLambda("charge").answers(LambdaHandlers.of(echo));

        assertThat(harness.run("{\"a\": [1]}").output()).hasToString("{\"a\":[1]}");
    }

    @Test
    void what_a_function_returns_accepts_the_request_of_a_callback() {
        StateMachineHarness harness = StateMachineHarness.create(StateMachine.parse(
                "charge.asl.json",
                BY_INVOKE
                        .replace("lambda:invoke", "lambda:invoke.waitForTaskToken")
                        .replace(
                                "\"Payload.$\": \"$\"",
                                "\"Payload\": {\"amount\": 7, \"token.$\": \"$$.Task.Token\"}")));
        harness.mockLambda("charge").answers(LambdaHandlers.of(new Charge()));

        Execution execution = harness.run("{}");

        assertThat(execution.pendingTasks()).hasSize(1);
        assertThat(execution.history().toJson()).contains("\\\"Payload\\\":{\\\"charge\\\":14}");
    }

    @Test
    void a_function_takes_its_time_on_the_virtual_clock() {
        StateMachineHarness invoked = StateMachineHarness.create(StateMachine.parse("charge.asl.json", BY_INVOKE));
        invoked.mockLambda("charge").answers(LambdaHandlers.of(new Charge()).taking(Duration.ofSeconds(2)));
        StateMachineHarness called = StateMachineHarness.create(StateMachine.parse("charge.asl.json", BY_ARN));
        called.mockLambda("charge").answers(LambdaHandlers.of(new Charge()).taking(Duration.ofSeconds(2)));

        Execution execution = invoked.run("{\"amount\": 7}");

        assertThat(execution.output()).hasToString("{\"charge\":14}");
        assertThat(execution.elapsed()).isEqualTo(Duration.ofSeconds(2));
        assertThat(called.run("{\"amount\": 7}").output()).hasToString("{\"charge\":14}");
        assertThat(called.run("{\"amount\": -1}").elapsed()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void a_function_that_takes_as_long_as_its_timeout_is_not_run() {
        StateMachineHarness harness = StateMachineHarness.create(StateMachine.parse("charge.asl.json", BY_ARN));
        RequestStreamHandler never = (input, output, context) -> {
            throw new AssertionError("it ran");
        };
        harness.mockLambda("charge").answers(LambdaHandlers.of(never).taking(Duration.ofSeconds(3)));

        Execution execution = harness.run("{}");

        assertThat(execution.error()).isEqualTo("Sandbox.Timedout");
        assertThat(execution.cause())
                .matches("\\{\"errorType\":\"Sandbox.Timedout\",\"errorMessage\":\"RequestId: [0-9a-f-]{36}"
                        + " Error: Task timed out after 3.00 seconds\"}");
        assertThat(execution.elapsed()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void a_handler_sees_the_settings_of_its_function() {
        StateMachineHarness harness = StateMachineHarness.create(StateMachine.parse("charge.asl.json", BY_INVOKE));
        RequestHandler<Object, String> settings = (input, context) -> context.getRemainingTimeInMillis() + " ms, "
                + context.getMemoryLimitInMB() + " MB, " + context.getFunctionName() + ", " + context.getLogGroupName();
        harness.mockLambda("charge")
                .answers(LambdaHandlers.of(settings)
                        .withTimeout(Duration.ofMinutes(1))
                        .withMemory(512));

        assertThat(harness.run("{}").output()).hasToString("\"60000 ms, 512 MB, charge, /aws/lambda/charge\"");
    }

    @Test
    void settings_that_Lambda_does_not_have_are_refused() {
        LambdaFunction function = LambdaHandlers.of(new Charge());

        assertThatThrownBy(() -> function.withTimeout(Duration.ofMinutes(16)))
                .hasMessage("A function's timeout is positive and 15 minutes at most, but was PT16M");
        assertThatThrownBy(() -> function.taking(Duration.ofSeconds(-1)))
                .hasMessage("An invocation cannot take negative time, but was set to PT-1S");
    }
}
