package io.github.asltestkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.http.HttpRoutes;
import io.github.asltestkit.http.HttpTaskRequest;
import io.github.asltestkit.integration.TaskResource;
import io.github.asltestkit.internal.execution.StateProbe;
import io.github.asltestkit.internal.json.JsonText;
import io.github.asltestkit.internal.program.Stage;
import io.github.asltestkit.internal.proof.ShownSteps;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes the answer of TestState: what a probe found, in the API's JSON, payloads as text. */
final class SingleStateAnswer {

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
        Map<String, JsonNode> byName = new HashMap<>();
        stages.forEach((stage, value) -> byName.put(stage.apiName(), value));
        for (String step : ShownSteps.of(request.state())) {
            JsonNode value = byName.get(step);
            if (value != null) {
                data.put(step, ShownSteps.text(step, value));
            }
        }
        if (!probe.variables().isEmpty() || request.json().has("variables")) {
            ObjectNode variables = JsonNodeFactory.instance.objectNode();
            variables.setAll(probe.variables());
            data.put("variables", JsonText.write(variables));
        }
        for (String number : ShownSteps.NUMBERS) {
            JsonNode value = byName.get(number);
            if (value != null) {
                data.set(number, value);
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
}
