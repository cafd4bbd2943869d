package io.github.asltestkit.internal.parse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * {@code configureTaskTimeouts: true} of serverless-step-functions 3.30: a Task without a timeout gets that of its function,
 * at any depth of Parallel and Map states.
 */
final class ServerlessTimeouts {
    /** The framework's own timeout of a function. */
    static final int DEFAULT_SECONDS = 6;

    private static final String INVOKE = "arn:aws:states:::lambda:invoke";

    private final JsonNode functions;
    private final int otherwise;

    /**
     * Timeouts of functions.
     *
     * @param functions the functions by their names in the file
     * @param otherwise the timeout in seconds of a function that has none
     */
    ServerlessTimeouts(JsonNode functions, int otherwise) {
        this.functions = functions;
        this.otherwise = otherwise;
    }

    /** A definition, or any part of one, with the timeouts. */
    JsonNode in(JsonNode tree) {
        if (!tree.path("States").isObject()) {
            return tree;
        }
        ObjectNode changed = JsonNodeFactory.instance.objectNode();
        changed.setAll((ObjectNode) tree);
        ObjectNode states = changed.putObject("States");
        tree.path("States").properties().forEach(state -> states.set(state.getKey(), state(state.getValue())));
        return changed;
    }

    private JsonNode state(JsonNode state) {
        if (!(state instanceof ObjectNode object)) {
            return state;
        }
        ObjectNode changed = JsonNodeFactory.instance.objectNode();
        changed.setAll(object);
        for (String processor : new String[] {"ItemProcessor", "Iterator"}) {
            if (object.has(processor)) {
                changed.set(processor, in(object.path(processor)));
                break;
            }
        }
        if (object.path("Branches").isArray()) {
            ArrayNode branches = changed.putArray("Branches");
            object.path("Branches").forEach(branch -> branches.add(in(branch)));
        }
        JsonNode function = function(object);
        boolean without = !object.has("TimeoutSeconds") && !object.has("TimeoutSecondsPath");
        if (object.path("Type").asText().equals("Task") && without && !function.isMissingNode()) {
            changed.put("TimeoutSeconds", function.path("timeout").asInt(otherwise));
        }
        return changed;
    }

    /** The function that a Task calls by a reference within the file; missing if it calls none of them so. */
    private JsonNode function(JsonNode state) {
        JsonNode resource = state.path("Resource");
        JsonNode reference =
                resource.asText().startsWith(INVOKE) ? state.path("Parameters").path("FunctionName") : resource;
        String name = reference
                .path("Ref")
                .asText(reference.path("Fn::GetAtt").path(0).asText());
        for (var function : functions.properties()) {
            if (function.getKey().equals(name)
                    || ServerlessFile.logicalId(function.getKey()).equals(name)) {
                return function.getValue();
            }
        }
        return functions.path("");
    }
}
