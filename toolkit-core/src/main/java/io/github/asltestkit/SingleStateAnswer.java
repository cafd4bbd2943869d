package io.github.asltestkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.definition.QueryLanguage;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.http.HttpRoutes;
import io.github.asltestkit.http.HttpTaskRequest;
import io.github.asltestkit.integration.TaskResource;
import io.github.asltestkit.internal.execution.StateProbe;
import io.github.asltestkit.internal.json.JsonText;
import io.github.asltestkit.internal.program.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes the answer of TestState: what a probe found, in the API's JSON, payloads as text. */
final class SingleStateAnswer {

    /** The numbers of a Map state. */
    private static final List<Stage> NUMBERS =
            List.of(Stage.MAX_CONCURRENCY, Stage.TOLERATED_FAILURE_COUNT, Stage.TOLERATED_FAILURE_PERCENTAGE);

    private SingleStateAnswer() {}

    /** @param http says what an HTTP Task sends */
    static ObjectNode of(SingleStateRequest request, StateProbe probe, HttpRoutes http) {
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
            answer.set("inspectionData", inspection(request, probe, http));
        }
        return answer;
    }

    private static ObjectNode inspection(SingleStateRequest request, StateProbe probe, HttpRoutes http) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("input", JsonText.write(request.input()));
        Map<Stage, JsonNode> stages = probe.stages();
        for (Stage stage : shown(request.state())) {
            JsonNode value = stages.get(stage);
            if (value != null) {
                data.put(stage.apiName(), stage == Stage.RESULT ? result(value) : JsonText.write(value));
            }
        }
        if (!probe.variables().isEmpty() || request.json().has("variables")) {
            ObjectNode variables = JsonNodeFactory.instance.objectNode();
            variables.setAll(probe.variables());
            data.put("variables", JsonText.write(variables));
        }
        for (Stage stage : NUMBERS) {
            JsonNode value = stages.get(stage);
            if (value != null) {
                data.set(stage.apiName(), value);
            }
        }
        if (request.json().path("inspectionLevel").asText().equals("TRACE") && isHttpTask(request.state())) {
            addExchange(data, request, stages, http);
        }
        ObjectNode details = errorDetails(probe);
        if (!details.isEmpty()) {
            data.set("errorDetails", details);
        }
        return data;
    }

    /** A result that is itself a JSON text is shown as it is, not as a JSON string that holds it. */
    private static String result(JsonNode result) {
        boolean isJson = result.isTextual() && JsonText.tryParse(result.textValue()) != null;
        return isJson ? result.textValue() : JsonText.write(result);
    }

    private static boolean isHttpTask(State state) {
        return state instanceof State.Task task
                && TaskResource.parse(task.resource()).service().equals("http");
    }

    /** What an HTTP Task sends, and what came back where it was sent. */
    private static void addExchange(
            ObjectNode data, SingleStateRequest request, Map<Stage, JsonNode> stages, HttpRoutes http) {
        JsonNode parameters = stages.getOrDefault(Stage.AFTER_PARAMETERS, stages.get(Stage.AFTER_ARGUMENTS));
        if (parameters == null) {
            return;
        }
        boolean reveal = request.json().path("revealSecrets").asBoolean(false);
        HttpTaskRequest sent;
        try {
            sent = http.request(parameters, reveal);
        } catch (RuntimeException unsendable) {
            return;
        }
        String protocol = sent.url().startsWith("http:") ? "http" : "https";
        ObjectNode out = data.putObject("request");
        out.put("protocol", protocol);
        out.put("method", sent.method());
        out.put("url", sent.url());
        List<String> headers = new ArrayList<>();
        sent.headers().forEach((name, value) -> headers.add(name + ": " + value));
        out.put("headers", headers.toString());
        if (sent.body() != null) {
            out.put("body", sent.body());
        }
        JsonNode result = stages.get(Stage.RESULT);
        if (result != null && !request.given().mocked()) {
            addResponse(data.putObject("response"), protocol, result);
        }
    }

    private static void addResponse(ObjectNode response, String protocol, JsonNode result) {
        response.put("protocol", protocol);
        response.put("statusCode", result.path("StatusCode").asText());
        response.put("statusMessage", result.path("StatusText").asText());
        List<String> headers = new ArrayList<>();
        for (Map.Entry<String, JsonNode> header : result.path("Headers").properties()) {
            header.getValue().forEach(value -> headers.add(header.getKey() + ": " + value.asText()));
        }
        response.put("headers", headers.toString());
        JsonNode body = result.path("ResponseBody");
        response.put("body", body.isTextual() ? body.textValue() : JsonText.write(body));
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
