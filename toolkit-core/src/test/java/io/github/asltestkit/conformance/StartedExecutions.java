package io.github.asltestkit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A recorded request names executions by the ids that AWS gave them: puts ours in their place, in the order of starts. */
final class StartedExecutions {
    private static final String FIELD = "executionArn";

    private final Deque<String> unnamed = new ArrayDeque<>();
    private final Set<String> started = new HashSet<>();
    private final Map<String, String> ours = new HashMap<>();

    void answered(JsonNode answer) {
        String arn = answer.path(FIELD).asText();
        if (!arn.isEmpty() && started.add(arn)) {
            unnamed.add(arn);
        }
    }

    JsonNode named(JsonNode request) {
        String recorded = request.path(FIELD).asText();
        if (recorded.isEmpty() || started.contains(recorded)) {
            return request;
        }
        if (!ours.containsKey(recorded) && !unnamed.isEmpty()) {
            ours.put(recorded, unnamed.remove());
        }
        ObjectNode renamed = request.deepCopy();
        return renamed.put(FIELD, ours.getOrDefault(recorded, recorded));
    }
}
