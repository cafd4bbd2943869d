package io.github.asltestkit.internal.execution;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which part of its machine an execution runs: something that AWS does not know.
 *
 * @param startAt the state at the top that is entered first; null for that of the definition
 * @param stopAfter the state at the top that is left last; null for whichever the definition ends with
 * @param variables those that are assigned before the first state is entered
 */
public record Part(@Nullable String startAt, @Nullable String stopAfter, Map<String, JsonNode> variables) {
    static final Part WHOLE = new Part(null, null, Map.of());

    /** The whole machine. */
    public static Part whole() {
        return WHOLE;
    }

    /** What the first event of the history says of it; null of a whole execution. */
    @Nullable
    String mark() {
        if (startAt == null && stopAfter == null && variables.isEmpty()) {
            return null;
        }
        String from = startAt == null ? "from the start" : "from " + startAt;
        String to = stopAfter == null ? "" : " to " + stopAfter;
        String with = variables.isEmpty() ? "" : ", with variables " + String.join(", ", variables.keySet());
        return from + to + with;
    }
}
