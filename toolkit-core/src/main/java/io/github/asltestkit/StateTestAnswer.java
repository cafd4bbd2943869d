package io.github.asltestkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.definition.QueryLanguage;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.internal.execution.StateProbe;
import io.github.asltestkit.internal.expression.JsonText;
import io.github.asltestkit.internal.program.Stage;
import java.util.List;
import java.util.Map;

/** Writes the answer of TestState: what a probe found, in the API's JSON, payloads as text. */
final class StateTestAnswer {

    private StateTestAnswer() {}

    static ObjectNode of(StateTestRequest request, StateProbe probe) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("status", probe.status().name());
        JsonNode output = probe.output();
        if (output != null) {
            answer.put("output", JsonText.write(output));
        }
        if (probe.nextState() != null) {
            answer.put("nextState", probe.nextState());
        }
        if (probe.error() != null) {
            answer.put("error", probe.error());
        }
        if (probe.cause() != null) {
            answer.put("cause", probe.cause());
        }
        if (!request.json().path("inspectionLevel").asText("INFO").equals("INFO")) {
            answer.set("inspectionData", inspection(request, probe));
        }
        return answer;
    }

    private static ObjectNode inspection(StateTestRequest request, StateProbe probe) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("input", JsonText.write(request.input()));
        Map<Stage, JsonNode> stages = probe.stages();
        for (Stage stage : shown(request.state())) {
            JsonNode value = stages.get(stage);
            if (value != null) {
                data.put(stage.apiName(), JsonText.write(value));
            }
        }
        if (!probe.variables().isEmpty() || request.json().has("variables")) {
            ObjectNode variables = JsonNodeFactory.instance.objectNode();
            variables.setAll(probe.variables());
            data.put("variables", JsonText.write(variables));
        }
        if (probe.maxConcurrency() != null) {
            data.put("maxConcurrency", probe.maxConcurrency());
        }
        if (probe.toleratedFailureCount() != null) {
            data.put("toleratedFailureCount", probe.toleratedFailureCount());
        }
        if (probe.toleratedFailurePercentage() != null) {
            data.put("toleratedFailurePercentage", probe.toleratedFailurePercentage());
        }
        ObjectNode details = errorDetails(probe);
        if (!details.isEmpty()) {
            data.set("errorDetails", details);
        }
        return data;
    }

    private static ObjectNode errorDetails(StateProbe probe) {
        ObjectNode details = JsonNodeFactory.instance.objectNode();
        if (probe.catchIndex() != null) {
            details.put("catchIndex", probe.catchIndex());
        }
        if (probe.retryIndex() != null) {
            details.put("retryIndex", probe.retryIndex());
        }
        if (probe.backoffSeconds() != null) {
            details.put("retryBackoffIntervalSeconds", probe.backoffSeconds());
        }
        return details;
    }

    /** The steps of the data flow that AWS shows for a state, which are not all that it takes (recorded). */
    private static List<Stage> shown(State state) {
        boolean jsonata = state.fields().queryLanguage() == QueryLanguage.JSONATA;
        if (state instanceof State.Pass pass && pass.result() != null && !jsonata) {
            return List.of(Stage.RESULT, Stage.AFTER_RESULT_SELECTOR, Stage.AFTER_RESULT_PATH);
        }
        return switch (state.type()) {
            case TASK ->
                jsonata
                        ? List.of(Stage.AFTER_ARGUMENTS, Stage.RESULT)
                        : List.of(
                                Stage.AFTER_INPUT_PATH,
                                Stage.AFTER_PARAMETERS,
                                Stage.RESULT,
                                Stage.AFTER_RESULT_SELECTOR,
                                Stage.AFTER_RESULT_PATH);
            case PASS ->
                jsonata
                        ? List.of()
                        : List.of(
                                Stage.AFTER_INPUT_PATH,
                                Stage.AFTER_PARAMETERS,
                                Stage.AFTER_RESULT_SELECTOR,
                                Stage.AFTER_RESULT_PATH);
            case MAP ->
                jsonata
                        ? List.of(Stage.AFTER_ITEM_SELECTOR, Stage.AFTER_ITEM_BATCHER, Stage.AFTER_ITEMS_POINTER)
                        : List.of(
                                Stage.AFTER_ITEMS_PATH,
                                Stage.AFTER_ITEM_SELECTOR,
                                Stage.AFTER_ITEM_BATCHER,
                                Stage.AFTER_ITEMS_POINTER,
                                Stage.AFTER_RESULT_SELECTOR,
                                Stage.AFTER_RESULT_PATH);
            case PARALLEL -> jsonata ? List.of() : List.of(Stage.AFTER_RESULT_SELECTOR, Stage.AFTER_RESULT_PATH);
            case CHOICE, WAIT, SUCCEED, FAIL -> jsonata ? List.of() : List.of(Stage.AFTER_INPUT_PATH);
        };
    }
}
