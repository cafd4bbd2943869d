package io.github.asltestkit;

import static io.github.asltestkit.ScriptedWorld.json;
import static io.github.asltestkit.ScriptedWorld.succeeds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.asltestkit.history.ExecutionHistory;
import io.github.asltestkit.inspection.ExecutionInspection;
import io.github.asltestkit.report.Timeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that are nested very deeply: whatever the toolkit takes, it can write. */
class DepthTest {
    private static final String LOOP = """
            {"StartAt": "Wrap", "States": {
              "Wrap": {"Type": "Pass", %s, "Next": "Again?"},
              "Again?": {"Type": "Choice", "Default": "Wrap",
                "Choices": [{"Variable": "$.never", "IsPresent": true, "Next": "End"}]},
              "End": {"Type": "Succeed"}}}""";

    private static JsonNode nested(int levels) {
        JsonNode value = json("1");
        for (int i = 0; i < levels; i++) {
            value = JsonNodeFactory.instance.arrayNode().add(value);
        }
        return value;
    }

    private static void write(Execution execution) {
        String json = execution.history().toJson();
        assertThat(ExecutionHistory.parse(json).toJson()).isEqualTo(json);
        assertThat(Timeline.of(execution.history()).text()).isNotEmpty();
        assertThat(ExecutionInspection.of(execution.history()).allVisits()).isNotEmpty();
        assertThat(execution.toString()).isNotEmpty();
        assertThat(String.valueOf(execution.output())).isNotEmpty();
        assertThat(execution.dataFlow().toString()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"Parameters\": {\"a.$\": \"$\"}",
                "\"Result\": 1, \"ResultPath\": \"$.a\", \"OutputPath\": \"$\", \"Assign\": {\"v.$\": \"States.Array($v)\"}",
            })
    void a_loop_that_wraps_its_data_again_and_again_fails_when_it_is_too_deep(String fields) {
        StateMachine machine = StateMachine.parse(
                "loop.asl.json", LOOP.formatted(fields).replace("\"StartAt\": \"Wrap\", \"States\": {", """
                        "StartAt": "First", "States": {
                          "First": {"Type": "Pass", "Assign": {"v": 1}, "Next": "Wrap"},"""));

        Execution execution = StateMachineHarness.create(machine).run();

        assertThat(execution.error()).isEqualTo("States.Runtime");
        assertThat(execution.cause())
                .isEqualTo("The state/task 'Wrap' made a value that is nested more deeply than 900 levels.");
        write(execution);
    }

    @ParameterizedTest
    @CsvSource({"899, SUCCEEDED", "900, FAILED"})
    void what_is_given_to_a_task_is_bounded_too(int levels, String status) {
        StateMachine machine = StateMachine.parse("task.asl.json", """
                {"StartAt": "Call", "States": {"Call": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage",
                  "Parameters": {"QueueUrl": "q", "MessageBody.$": "$"}, "ResultPath": null, "End": true}}}""");

        Execution execution = StateMachineHarness.create(
                        machine, HarnessOptions.defaults(), new ScriptedWorld().answer("Call", succeeds("1")))
                .run(nested(levels));

        assertThat(execution.status()).hasToString(status);
        write(execution);
    }

    @Test
    void an_input_that_is_too_deep_is_refused() {
        StateMachine machine = StateMachine.parse("pass.asl.json", """
                {"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}}""");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> StateMachineHarness.create(machine).run(nested(901)))
                .withMessage("The input is nested more deeply than 900 levels.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StateMachineHarness.create(machine).run("[".repeat(901) + "]".repeat(901)))
                .withMessageStartingWith(
                        "The input is not JSON: Document nesting depth (901) exceeds the maximum allowed (900)");
    }
}
