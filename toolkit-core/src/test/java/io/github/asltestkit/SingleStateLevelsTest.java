package io.github.asltestkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Which fields an answer has, by the type of state, what became of it, and the inspection level. Recorded for Pass, Succeed,
 * Fail, Choice, Task, Map and Parallel; documented for the rest.
 */
class SingleStateLevelsTest {
    private static final JsonMapper JSON = new JsonMapper();

    private static final String HANDLERS = """
            "Retry": [{"ErrorEquals": ["Busy"]}], "Catch": [{"ErrorEquals": ["Declined"], "Next": "Refund"}]""";
    private static final String LAMBDA = "\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::lambda:invoke\"";
    private static final String BRANCH = "{\"StartAt\": \"In\", \"States\": {\"In\": {\"Type\": \"Succeed\"}}}";

    private static String state(String name) {
        return switch (name) {
            case "Task" ->
                "{" + LAMBDA + ", \"Parameters\": {\"FunctionName\": \"f\"}, \"Next\": \"On\", " + HANDLERS + "}";
            case "Task JSONata" ->
                "{\"QueryLanguage\": \"JSONata\", " + LAMBDA
                        + ", \"Arguments\": {\"FunctionName\": \"f\"}, \"Next\": \"On\", " + HANDLERS + "}";
            case "Task assigning" ->
                "{" + LAMBDA + ", \"Parameters\": {\"FunctionName\": \"f\"}, \"Assign\": {\"x\": 1}, \"End\": true}";
            case "Task without its input" ->
                "{" + LAMBDA + ", \"InputPath\": \"$.no\", \"Parameters\": {}, \"Next\": \"On\"}";
            case "Pass" -> "{\"Type\": \"Pass\", \"Next\": \"On\"}";
            case "Pass with Result" -> "{\"Type\": \"Pass\", \"Result\": 7, \"Next\": \"On\"}";
            case "Pass JSONata" ->
                "{\"QueryLanguage\": \"JSONata\", \"Type\": \"Pass\", \"Output\": 7, \"Next\": \"On\"}";
            case "Choice" ->
                "{\"Type\": \"Choice\", \"Choices\": [{\"Variable\": \"$.go\", \"IsPresent\": true, \"Next\": \"Go\"}],"
                        + " \"Default\": \"On\"}";
            case "Choice without Default" ->
                "{\"Type\": \"Choice\", \"Choices\": [{\"Variable\": \"$.go\", \"IsPresent\": true, \"Next\": \"Go\"}]}";
            case "Wait" -> "{\"Type\": \"Wait\", \"Seconds\": 5, \"Next\": \"On\"}";
            case "Succeed" -> "{\"Type\": \"Succeed\"}";
            case "Fail" -> "{\"Type\": \"Fail\", \"Error\": \"E\", \"Cause\": \"C\"}";
            case "Parallel" ->
                "{\"Type\": \"Parallel\", \"Branches\": [" + BRANCH + "], \"Next\": \"On\", " + HANDLERS + "}";
            case "Parallel JSONata" ->
                "{\"QueryLanguage\": \"JSONata\", \"Type\": \"Parallel\", \"Branches\": [" + BRANCH
                        + "], \"Next\": \"On\", " + HANDLERS + "}";
            case "Map" ->
                "{\"Type\": \"Map\", \"ItemsPath\": \"$.rows\", \"ItemSelector\": {\"row.$\": \"$$.Map.Item.Value\"},"
                        + " \"ItemProcessor\": " + BRANCH + ", \"Next\": \"On\", " + HANDLERS + "}";
            case "Map JSONata" ->
                "{\"QueryLanguage\": \"JSONata\", \"Type\": \"Map\", \"Items\": \"{% $states.input.rows %}\","
                        + " \"ItemProcessor\": " + BRANCH + ", \"Next\": \"On\", " + HANDLERS + "}";
            case "Map distributed" ->
                "{\"Type\": \"Map\", \"ItemsPath\": \"$.rows\", \"ItemBatcher\": {\"MaxItemsPerBatch\": 2},"
                        + " \"ToleratedFailureCount\": 1, \"ToleratedFailurePercentage\": 90, \"ItemProcessor\":"
                        + " {\"ProcessorConfig\": {\"Mode\": \"DISTRIBUTED\", \"ExecutionType\": \"STANDARD\"},"
                        + " \"StartAt\": \"In\", \"States\": {\"In\": {\"Type\": \"Succeed\"}}}, \"Next\": \"On\"}";
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static JsonNode testState(String state, String mock, String level) throws IOException {
        ObjectNode request = JSON.createObjectNode();
        request.put("definition", state(state));
        request.put("input", "{\"rows\": [1, 2, 3]}");
        request.put("inspectionLevel", level);
        if (mock != null) {
            ObjectNode given = request.putObject("mock");
            if (mock.startsWith("!")) {
                given.putObject("errorOutput").put("error", mock.substring(1)).put("cause", "C");
            } else {
                given.put("result", mock);
            }
        }
        return new SingleStateApi(HarnessOptions.defaults()).testState(request);
    }

    private static String names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return String.join(" ", names);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # state                  | mock      | status       | answer                        | inspectionData
            Task                     | {}        | SUCCEEDED    | nextState output status       | afterInputPath afterParameters afterResultPath afterResultSelector input result
            Task                     | !Busy     | RETRIABLE    | cause error status            | afterInputPath afterParameters errorDetails input
            Task                     | !Declined | CAUGHT_ERROR | cause error nextState output status | afterInputPath afterParameters afterResultPath errorDetails input
            Task                     | !Other    | FAILED       | cause error status            | afterInputPath afterParameters input
            Task JSONata             | {}        | SUCCEEDED    | nextState output status       | afterArguments input result
            Task JSONata             | !Busy     | RETRIABLE    | cause error status            | afterArguments errorDetails input
            Task JSONata             | !Declined | CAUGHT_ERROR | cause error nextState output status | afterArguments errorDetails input
            Task JSONata             | !Other    | FAILED       | cause error status            | afterArguments input
            Task assigning           | {}        | SUCCEEDED    | output status                 | afterInputPath afterParameters afterResultPath afterResultSelector input result variables
            Task without its input   | {}        | FAILED       | cause error status            | input
            Pass                     | -         | SUCCEEDED    | nextState output status       | afterInputPath afterParameters afterResultPath afterResultSelector input
            Pass with Result         | -         | SUCCEEDED    | nextState output status       | afterResultPath afterResultSelector input result
            Pass JSONata             | -         | SUCCEEDED    | nextState output status       | input
            Choice                   | -         | SUCCEEDED    | nextState output status       | afterInputPath input
            Choice without Default   | -         | FAILED       | cause error status            | afterInputPath input
            Wait                     | -         | SUCCEEDED    | nextState output status       | afterInputPath input
            Succeed                  | -         | SUCCEEDED    | output status                 | afterInputPath input
            Fail                     | -         | FAILED       | cause error status            | afterInputPath input
            Parallel                 | [1]       | SUCCEEDED    | nextState output status       | afterResultPath afterResultSelector input
            Parallel                 | !Busy     | RETRIABLE    | cause error status            | errorDetails input
            Parallel                 | !Declined | CAUGHT_ERROR | cause error nextState output status | afterResultPath errorDetails input
            Parallel                 | !Other    | FAILED       | cause error status            | input
            Parallel JSONata         | [1]       | SUCCEEDED    | nextState output status       | input
            Map                      | [1]       | SUCCEEDED    | nextState output status       | afterItemSelector afterItemsPath afterResultPath afterResultSelector input maxConcurrency
            Map                      | !Busy     | RETRIABLE    | cause error status            | afterItemSelector afterItemsPath errorDetails input maxConcurrency
            Map                      | !Declined | CAUGHT_ERROR | cause error nextState output status | afterItemSelector afterItemsPath afterResultPath errorDetails input maxConcurrency
            Map                      | !Other    | FAILED       | cause error status            | afterItemSelector afterItemsPath input maxConcurrency
            Map JSONata              | [1]       | SUCCEEDED    | nextState output status       | input maxConcurrency
            Map JSONata              | !Other    | FAILED       | cause error status            | input maxConcurrency
            Map distributed          | [1]       | SUCCEEDED    | nextState output status       | afterItemBatcher afterItemsPath afterResultPath afterResultSelector input maxConcurrency toleratedFailureCount toleratedFailurePercentage
            """)
    void an_answer_has_these_fields(String state, String mock, String status, String answer, String inspected)
            throws IOException {
        JsonNode info = testState(state, mock, "INFO");
        JsonNode debug = testState(state, mock, "DEBUG");

        assertThat(info.path("status").asText()).isEqualTo(status);
        assertThat(names(info)).isEqualTo(answer);
        assertThat(names(debug.path("inspectionData"))).isEqualTo(inspected);
        ObjectNode withoutData = debug.deepCopy();
        withoutData.remove("inspectionData");
        assertThat(withoutData).isEqualTo(info);
        // "This level is only applicable for HTTP Task", says the documentation; recorded is that others are shown as
        // DEBUG.
        assertThat(testState(state, mock, "TRACE")).isEqualTo(debug);
    }

    @Test
    void the_numbers_are_numbers_and_the_payloads_text() throws IOException {
        JsonNode data = testState("Map distributed", "[1]", "DEBUG").path("inspectionData");

        assertThat(data.path("maxConcurrency").isIntegralNumber()).isTrue();
        assertThat(data.path("toleratedFailureCount").isIntegralNumber()).isTrue();
        assertThat(data.path("toleratedFailurePercentage").isFloatingPointNumber())
                .isTrue();
        assertThat(data.path("afterItemBatcher").textValue()).isEqualTo("[{\"Items\":[1,2]},{\"Items\":[3]}]");
    }

    @Test
    void the_error_details_name_the_handler_and_the_time_until_it_retries() throws IOException {
        assertThat(testState("Task", "!Busy", "DEBUG").at("/inspectionData/errorDetails"))
                .hasToString("{\"retryIndex\":0,\"retryBackoffIntervalSeconds\":1}");
        assertThat(testState("Task", "!Declined", "DEBUG").at("/inspectionData/errorDetails"))
                .hasToString("{\"catchIndex\":0}");
    }
}
