package io.github.asltestkit.internal.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskReaction;
import io.github.asltestkit.integration.TaskReaction.Step;
import io.github.asltestkit.integration.TaskResource;
import io.github.asltestkit.internal.shape.SampleValues;
import io.github.asltestkit.internal.shape.ServiceResults;
import io.github.asltestkit.internal.shape.Shape;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers that nobody gave: of the shape that the service's results have, and where that is open with all that the definitions
 * read. A call takes a second.
 */
final class MadeAnswers {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Duration LATENCY = Duration.ofSeconds(1);

    private final ServiceResults results;
    private final Map<Definition, Map<String, State>> states = new HashMap<>();

    MadeAnswers(ServiceResults results) {
        this.results = results;
    }

    /**
     * An answer.
     *
     * @param definition the definition whose state calls
     * @param data what is put where anything may be
     * @param whole what code of the user's gives instead, or null
     */
    TaskReaction of(TaskCall call, Definition definition, ObjectNode data, @Nullable JsonNode whole) {
        TaskResource resource = call.resource();
        JsonNode result = result(call, definition, data, whole == null ? data : whole);
        Step end = new Step.Succeeded(LATENCY, result);
        return switch (resource.pattern()) {
            case REQUEST_RESPONSE -> new TaskReaction(List.of(end));
            case RUN_A_JOB, WAIT_FOR_TASK_TOKEN ->
                new TaskReaction(List.of(new Step.Submitted(Duration.ZERO, JSON.objectNode()), end));
            case ACTIVITY -> new TaskReaction(List.of(new Step.Started(Duration.ZERO, null), end));
        };
    }

    private JsonNode result(TaskCall call, Definition definition, ObjectNode data, JsonNode anything) {
        TaskResource resource = call.resource();
        State state = states.computeIfAbsent(definition, MadeAnswers::byPointer).get(call.pointer());
        Shape shape = state instanceof State.Task task ? results.result(task, call.parameters()) : null;
        if (shape != null) {
            return SampleValues.of(shape, data);
        }
        if (resource.service().equals("lambda") && !isWorker(resource)) {
            ObjectNode envelope =
                    JSON.objectNode().put("ExecutedVersion", "$LATEST").put("StatusCode", 200);
            envelope.set("Payload", anything.isObject() ? payload(data) : anything);
            return envelope;
        }
        return anything;
    }

    private static JsonNode payload(ObjectNode data) {
        return data.get("Payload") instanceof ObjectNode payload
                ? data.deepCopy().setAll(payload)
                : data;
    }

    private static boolean isWorker(TaskResource resource) {
        return switch (resource.pattern()) {
            case WAIT_FOR_TASK_TOKEN, ACTIVITY -> true;
            case REQUEST_RESPONSE, RUN_A_JOB -> false;
        };
    }

    private static Map<String, State> byPointer(Definition definition) {
        Map<String, State> found = new HashMap<>();
        definition.states().allStates().forEach(state -> found.put(state.pointer(), state));
        return found;
    }
}
