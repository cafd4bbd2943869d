package io.github.asltestkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.integration.StepFunctionsException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** StartExecution, StopExecution, RedriveExecution and SendTask... refuse what the service refuses, in its words. */
class ExecutionApiTest {
    private static final String ARN = "arn:aws:states:us-east-1:123456789012:execution:ask:n";

    private final StateMachineHarness harness = StateMachineHarness.create(StateMachine.parse("ask.asl.json", """
            {"StartAt": "Ask", "States": {"Ask": {"Type": "Task", "End": true, "TimeoutSeconds": 99999999,
              "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
              "Parameters": {"QueueUrl": "q", "MessageBody.$": "$$.Task.Token"}}}}"""));

    private Execution start(String name, String input) {
        harness.mock("Ask").accepts();
        return harness.startExecution("ask", name, input);
    }

    private static StepFunctionsException refused(Runnable call) {
        return catchThrowableOfType(StepFunctionsException.class, call::run);
    }

    // ---- StartExecution --------------------------------------------------------------------------------------

    @Test
    void the_same_name_and_input_get_the_execution_that_runs() {
        Execution first = start("n", "{\"a\": 1, \"b\": 2}");

        assertThat(harness.startExecution("ask", "n", "{\"a\": 1, \"b\": 2}")).isSameAs(first);
        assertThat(harness.executions()).hasSize(1);
    }

    @Test
    void another_input_under_the_same_name_is_refused() {
        start("n", "{}");

        assertThatThrownBy(() -> harness.startExecution("ask", "n", "{\"a\": 1}"))
                .hasMessage("ExecutionAlreadyExists: Execution Already Exists: '" + ARN + "'");
    }

    @Test
    void the_name_of_an_execution_that_has_ended_is_taken_for_ninety_days() {
        Execution first = start("n", "{}");
        harness.stop(first, null, null);
        assertThat(refused(() -> harness.startExecution("ask", "n", "{}")).code())
                .isEqualTo("ExecutionAlreadyExists");

        harness.clock().advanceBy(Duration.ofDays(90));
        assertThat(refused(() -> harness.startExecution("ask", "n", "{}")).code())
                .isEqualTo("ExecutionAlreadyExists");

        harness.clock().advanceBy(Duration.ofSeconds(1));
        Execution again = harness.startExecution("ask", "n", "{}");
        assertThat(again).isNotSameAs(first);
        assertThat(again.arn()).isEqualTo(first.arn());
        assertThat(again.status()).isEqualTo(ExecutionStatus.RUNNING);
    }

    @Test
    void StartExecution_of_the_API_frees_a_name_after_ninety_days_too() {
        Execution first = start("n", "{}");
        harness.stop(first, null, null);
        JsonNode request = JsonNodeFactory.instance
                .objectNode()
                .put("stateMachineArn", "arn:aws:states:us-east-1:123456789012:stateMachine:ask")
                .put("name", "n");

        harness.clock().advanceBy(Duration.ofDays(90));
        assertThat(refused(() -> harness.api().call("StartExecution", request)).code())
                .isEqualTo("ExecutionAlreadyExists");

        harness.clock().advanceBy(Duration.ofSeconds(1));
        assertThat(harness.api()
                        .call("StartExecution", request)
                        .path("executionArn")
                        .textValue())
                .isEqualTo(first.arn());
        assertThat(harness.executions()).hasSize(2);
    }

    @Test
    void executions_of_an_Express_machine_may_share_a_name() {
        StateMachineHarness express = StateMachineHarness.create(
                StateMachine.parse("e.asl.json", "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Succeed\"}}}")
                        .withType(StateMachineType.EXPRESS));

        express.startExecution("e", "n", "{}");
        express.startExecution("e", "n", "{\"a\": 1}");

        assertThat(express.executions()).extracting(Execution::name).containsExactly("n", "n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b",
                "a\tb",
                "a<b",
                "a{b",
                "a]b",
                "a?b",
                "a*b",
                "a\"b",
                "a#b",
                "a%b",
                "a\\b",
                "a^b",
                "a|b",
                "a~b",
                "a`b",
                "a$b",
                "a&b",
                "a,b",
                "a;b",
                "a:b",
                "a/b",
                "a\u0007b",
                "a\u0085b",
                "a\ud83d\ude00b",
                "a\uffffb"
            })
    void a_name_that_the_service_does_not_take_is_invalid(String name) {
        assertThatThrownBy(() -> start(name, "{}")).hasMessage("InvalidName: Invalid Name: '" + name + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "A-b_c.d+e(f)=g!h@i'j", "\u00fcber", "\u540d\u524d"})
    void other_names_are_valid(String name) {
        assertThat(start(name, "{}").name()).isEqualTo(name);
    }

    @Test
    void a_name_has_one_to_eighty_characters() {
        assertThat(start("x".repeat(80), "{}").status()).isEqualTo(ExecutionStatus.RUNNING);
        assertThat(refused(() -> harness.startExecution("ask", "x".repeat(81), "{}")))
                .hasMessage("ValidationException: 1 validation error detected: Value '" + "x".repeat(81)
                        + "' at 'name' failed to satisfy constraint: Member must have length less than or equal to 80");
        assertThat(refused(() -> harness.startExecution("ask", "", "{}")))
                .hasMessage("ValidationException: 1 validation error detected: Value '' at 'name' failed to satisfy"
                        + " constraint: Member must have length greater than or equal to 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "not some json; Unrecognized token 'not': was expecting (JSON String, Number, Array, Object or token"
                        + " 'null', 'true' or 'false')",
                "{'not': 'json'; Unexpected character (''' (code 39)): was expecting double-quote to start field name",
                "``; Invalid execution input."
            })
    void an_input_that_is_no_JSON_is_refused_in_the_services_words(String input, String detail) {
        assertThatThrownBy(() -> start("n", input))
                .hasMessage("InvalidExecutionInput: Invalid State Machine Execution Input: '" + detail + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "\"some text\"", "null", "[]"})
    void any_JSON_is_an_input(String input) {
        assertThat(start("n", input).input()).hasToString(input);
    }

    @Test
    void an_input_has_at_most_256_KiB_of_UTF_8() {
        String most = "\"" + "\u00e4".repeat(131_071) + "\"";

        assertThat(start("n", most).status()).isEqualTo(ExecutionStatus.RUNNING);
        assertThat(refused(() -> start("m", "[" + most + "]")))
                .hasMessage("ValidationException: 1 validation error detected: Value at 'input' failed to satisfy"
                        + " constraint: Member must have length less than or equal to 262144");
    }

    @Test
    void a_machine_that_the_harness_does_not_know_does_not_exist() {
        assertThatThrownBy(() -> harness.startExecution("other", "n", "{}"))
                .hasMessage("StateMachineDoesNotExist: State Machine Does Not Exist:"
                        + " 'arn:aws:states:us-east-1:123456789012:stateMachine:other'\n\n"
                        + "  state machines: " + harness.stateMachine().name() + "\n\n"
                        + "Make another one known with harness.add(...), or with @FurtherMachine.");
    }

    // ---- SendTask... and StopExecution -----------------------------------------------------------------------

    @Test
    void an_error_and_a_cause_have_their_bounds() {
        Execution execution = start("n", "{}");
        String token = execution.taskToken("Ask");

        assertThat(refused(() -> harness.sendTaskFailure(token, "e".repeat(257), null)))
                .hasMessage("ValidationException: 1 validation error detected: Value at 'error' failed to satisfy"
                        + " constraint: Member must have length less than or equal to 256");
        assertThat(refused(() -> harness.sendTaskFailure(token, null, "c".repeat(32_769))))
                .hasMessageContaining("Value at 'cause' failed to satisfy constraint");
        assertThat(refused(() -> harness.stop(execution, "e".repeat(257), null)))
                .hasMessageContaining("Value at 'error' failed to satisfy constraint");
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RUNNING);

        harness.sendTaskFailure(token, "e".repeat(256), "c".repeat(32_768));
        assertThat(execution.error()).hasSize(256);
        assertThat(execution.cause()).hasSize(32_768);
    }

    @Test
    void an_output_is_JSON_of_at_most_256_KiB() {
        String token = start("n", "{}").taskToken("Ask");

        assertThat(refused(() -> harness.sendTaskSuccess(token, "oops")))
                .hasMessage("InvalidOutput: Invalid Output: 'Unrecognized token 'oops': was expecting (JSON String,"
                        + " Number, Array, Object or token 'null', 'true' or 'false')'");
        assertThat(refused(() -> harness.sendTaskSuccess(token, "\"" + "\u00e4".repeat(131_072) + "\""))
                        .code())
                .isEqualTo("InvalidOutput");
    }

    @Test
    void the_token_of_a_task_that_has_ended_has_timed_out() {
        Execution execution = start("n", "{}");
        String token = execution.taskToken("Ask");
        harness.stop(execution, null, null);

        for (Runnable call : List.<Runnable>of(
                () -> harness.sendTaskSuccess(token, "{}"),
                () -> harness.sendTaskFailure(token, null, null),
                () -> harness.sendTaskHeartbeat(token))) {
            assertThat(refused(call))
                    .hasMessage("TaskTimedOut: Task Timed Out: 'Provided task does not exist anymore'\n\n"
                            + "       task: Ask, attempt 1\n"
                            + "      ended: aborted at +0s, with its state or its execution\n"
                            + "  tokens of: no task: none waits for its token now")
                    .extracting(StepFunctionsException::detail)
                    .isEqualTo("Task Timed Out: 'Provided task does not exist anymore'");
        }
    }

    @Test
    void a_refused_token_is_told_with_who_ended_its_task_and_which_tokens_there_are() {
        Execution done = start("n", "{}");
        Execution open = start("m", "{}");
        String token = done.taskToken("Ask");
        harness.sendTaskSuccess(token, "{}");

        assertThat(refused(() -> harness.sendTaskFailure(token, null, null)))
                .hasMessageContaining("TaskSucceeded at +0s, by SendTaskSuccess")
                .hasMessageContaining("-> at ExecutionApiTest.a_refused_token_is_told_with_who_ended")
                .hasMessageContaining("  tokens of: Ask, attempt 1. Use execution.taskToken(state).");
        assertThat(refused(() -> harness.sendTaskSuccess("abc", "{}")))
                .hasMessage("InvalidToken: Invalid Token: 'Invalid token'\n\n"
                        + "      given: \"abc\"\n"
                        + "  tokens of: Ask, attempt 1. Use execution.taskToken(state).");
        StateMachineHarness other = StateMachineHarness.create(
                harness.stateMachine(), HarnessOptions.defaults().withSeed(2));
        other.mock("Ask").accepts();
        String elsewhere = other.start("{}").taskToken("Ask");
        assertThat(refused(() -> harness.sendTaskSuccess(elsewhere, "{}")))
                .hasMessageStartingWith("TaskDoesNotExist: Task does not exist\n\n")
                .hasMessageEndingWith("This harness did not issue it: is it a token of another test, or from a file?");
        assertThat(open).extracting(Execution::status).isEqualTo(ExecutionStatus.RUNNING);
    }

    @Test
    void an_Express_execution_can_neither_be_stopped_nor_redriven() {
        StateMachineHarness express = StateMachineHarness.create(StateMachine.parse(
                        "e.asl.json",
                        "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Wait\", \"Seconds\": 9, \"End\": true}}}")
                .withType(StateMachineType.EXPRESS));
        Execution execution = express.start();

        assertThatThrownBy(() -> express.stop(execution, null, null))
                .hasMessage("InvalidArn: Invalid Arn: 'Resource type not valid in this context: express'");
        assertThatThrownBy(() -> express.redrive(execution))
                .hasMessage("InvalidArn: Invalid Arn: 'Resource type not valid in this context: express'");
    }
}
