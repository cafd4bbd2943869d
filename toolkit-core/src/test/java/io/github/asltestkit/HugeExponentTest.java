package io.github.asltestkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.asltestkit.definition.InvalidDefinitionException;
import io.github.asltestkit.history.ExecutionHistory;
import io.github.asltestkit.integration.StepFunctionsException;
import io.github.asltestkit.mock.MockConfigFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A number of twelve characters with a billion digits is never written out. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class HugeExponentTest {

    @Test
    void a_wait_of_next_to_nothing_or_of_for_ever() {
        StateMachineHarness harness = StateMachineHarness.create(StateMachine.parse("wait.asl.json", """
                {"QueryLanguage": "JSONata", "StartAt": "W", "States": {
                  "W": {"Type": "Wait", "Seconds": "{% $states.input.s %}", "End": true}}}"""));
        assertThat(harness.run("{\"s\": 1e-999999999}").elapsed()).isLessThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(harness.run("{\"s\": 1e999999999}").error()).isNotNull();

        StateMachineHarness byPath = StateMachineHarness.create(StateMachine.parse("wait.asl.json", """
                {"StartAt": "W", "States": {"W": {"Type": "Wait", "SecondsPath": "$.s", "End": true}}}"""));
        assertThat(byPath.run("{\"s\": 1e-999999999}").elapsed()).isLessThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(byPath.run("{\"s\": 1e999999999}").history().events()).hasSizeGreaterThan(1);
    }

    /** Beyond what a BigDecimal holds, where Jackson fails with an exception of the JDK. */
    @ParameterizedTest
    @ValueSource(strings = {"1e99999999999", "-1e99999999999", "1e-99999999999", "1e2147483649"})
    void an_exponent_that_no_number_has_is_no_json_wherever_it_is_read(String number) {
        String why = "The exponent of a number has more than nine digits";
        assertThatThrownBy(() -> StateMachine.parse("w.asl.json", WAIT.formatted(number)))
                .isInstanceOf(InvalidDefinitionException.class)
                .hasMessageContaining("INVALID_JSON_DESCRIPTION: " + why)
                .hasMessageContaining("w.asl.json:1:62");
        assertThatThrownBy(() -> StateMachine.parse("w.asl.yaml", WAIT.formatted(number)))
                .isInstanceOf(InvalidDefinitionException.class);
        StateMachineHarness harness = StateMachineHarness.create(StateMachine.parse("w.asl.json", WAIT.formatted("5")));
        assertThatThrownBy(() -> harness.run("{\"n\": " + number + "}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The input is not JSON: " + why);
        assertThatThrownBy(() -> harness.mock("W").returns("{\"n\": " + number + "}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
        assertThatThrownBy(() -> ExecutionHistory.parse("{\"events\": [{\"id\": " + number + "}]}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("it is not JSON: " + why);
        assertThatThrownBy(() -> MockConfigFile.parse("m.json", "{\"StateMachines\": " + number + "}")
                        .testCases("w"))
                .isInstanceOf(IllegalArgumentException.class);
        StateMachineHarness tasks = StateMachineHarness.create(StateMachine.parse("t.asl.json", TOKEN));
        tasks.mock("T").accepts();
        Execution execution = tasks.start();
        assertThatThrownBy(() -> tasks.sendTaskSuccess(execution.taskToken("T"), number))
                .isInstanceOf(StepFunctionsException.class)
                .hasMessage("InvalidOutput: Invalid Output: '" + why + "'");
    }

    private static final String WAIT =
            "{\"StartAt\": \"W\", \"States\": {\"W\": {\"Type\": \"Wait\", \"Seconds\": %s, \"End\": true}}}";

    private static final String TOKEN = """
            {"StartAt": "T", "States": {"T": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
              "Parameters": {"QueueUrl": "q", "MessageBody.$": "$$.Task.Token"}, "End": true}}}""";

    /** Every field that takes a number from the input, each way of reading one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e999999999",
                "-1e999999999",
                "1e-999999999",
                "0e999999999",
                "\"1e999999999\"",
                "\"1e2147483647\""
            })
    void a_number_of_the_input_in_every_field_that_takes_one(String number) {
        String map =
                "'Type': 'Map', 'ItemsPath': '$.l', 'ItemProcessor': {%s'StartAt': 'P', 'States': {'P': {'Type': 'Pass',"
                        + " 'End': true}}}, ";
        String distributed = map.formatted("'ProcessorConfig': {'Mode': 'DISTRIBUTED', 'ExecutionType': 'STANDARD'}, ");
        String activity = "'Type': 'Task', 'Resource': 'arn:aws:states:us-east-1:123456789012:activity:a', ";
        List<String> states = new ArrayList<>(List.of(
                "'Type': 'Wait', 'SecondsPath': '$.n', ",
                "'Type': 'Wait', 'TimestampPath': '$.n', ",
                activity + "'TimeoutSecondsPath': '$.n', ",
                activity + "'HeartbeatSecondsPath': '$.n', ",
                distributed + "'ItemBatcher': {'MaxItemsPerBatchPath': '$.n'}, ",
                distributed + "'ItemBatcher': {'MaxInputBytesPerBatchPath': '$.n'}, "));
        for (String field :
                List.of("MaxConcurrencyPath", "ToleratedFailureCountPath", "ToleratedFailurePercentagePath")) {
            states.add(map.formatted("") + "'" + field + "': '$.n', ");
            states.add(distributed + "'" + field + "': '$.n', ");
        }
        for (String function : List.of(
                "States.MathAdd($.n, 1)",
                "States.ArrayRange(1, $.n, 1)",
                "States.ArrayPartition($.l, $.n)",
                "States.ArrayGetItem($.l, $.n)",
                "States.MathRandom(1, $.n)",
                "States.Format('{}', $.n)",
                "States.JsonToString($)",
                "States.ArrayContains($.l, $.n)",
                "States.ArrayUnique(States.Array($.n, $.n, 1))",
                "$.l[?(@ < $.n)]",
                "$.l[?(@ == $.n)]")) {
            states.add("'Type': 'Pass', 'Parameters': {'a.$': '" + function.replace("'", "#") + "'}, ");
        }
        for (String state : states) {
            runs(
                    "{'StartAt': 'A', 'States': {'A': {" + state + "'End': true}}}",
                    "{\"l\": [1, 2, \"3\"], \"n\": " + number + "}");
        }
        for (String operator : List.of("NumericEquals", "NumericLessThan", "NumericGreaterThanEquals")) {
            runs(
                    "{'StartAt': 'A', 'States': {'A': {'Type': 'Choice', 'Choices': [{'Variable': '$.m', '" + operator
                            + "Path': '$.n', 'Next': 'B'}], 'Default': 'B'}, 'B': {'Type': 'Succeed'}}}",
                    "{\"m\": 5, \"n\": " + number + "}");
        }
    }

    /** Whatever the end is: no exception, and no hour. */
    private static void runs(String definition, String input) {
        String json = definition.replace('\'', '"').replace('#', '\'');
        Execution execution = StateMachineHarness.create(StateMachine.parse("n.asl.json", json))
                .run(input);

        assertThat(execution.history().toJson()).isNotEmpty();
    }

    @Test
    void a_number_in_the_details_of_a_recorded_event_is_not_written_out() {
        String history =
                "{\"events\": [{\"timestamp\": 0, \"type\": \"ExecutionStarted\", \"id\": 1, \"previousEventId\": 0,"
                        + " \"executionStartedEventDetails\": {\"input\": \"{}\", \"later\": 1e999999999}}]}";

        assertThat(ExecutionHistory.parse(history).toJson()).contains("1E+999999999");
    }

    @Test
    void a_timestamp_of_a_history() {
        for (String time : new String[] {"1e999999999", "-1e999999999", "1e-999999999"}) {
            assertThatThrownBy(() -> ExecutionHistory.parse("{\"events\": [{\"timestamp\": " + time
                            + ", \"type\": \"ExecutionStarted\", \"id\": 1, \"previousEventId\": 0}]}"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(
                            "timestamp is neither ISO 8601 text with an offset nor seconds since the epoch");
        }
    }
}
