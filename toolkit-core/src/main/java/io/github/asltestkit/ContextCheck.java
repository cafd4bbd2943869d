package io.github.asltestkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What TestState takes as a Context object. */
final class ContextCheck {
    private static final Map<String, Set<String>> TEXTS = Map.of(
            "Execution", Set.of("Id", "Name", "RoleArn", "StartTime", "RedriveTime"),
            "State", Set.of("Name", "EnteredTime"),
            "StateMachine", Set.of("Id", "Name"),
            "Task", Set.of("Token"));
    private static final Map<String, Set<String>> OTHERS = Map.of(
            "Execution", Set.of("Input", "RedriveCount"),
            "State", Set.of("RetryCount"),
            "StateMachine", Set.of(),
            "Task", Set.of());

    private ContextCheck() {}

    /** What is wrong with a Context object, in AWS's words; null where nothing is. */
    static @Nullable String problem(JsonNode context, boolean mayHaveToken) {
        if (context.has("Map")) {
            return "'Map' field is not supported when mocking a Context object";
        }
        if (context.has("Task") && !mayHaveToken) {
            return "Context object contains 'Task' when state is not a Task state with a '.sync' or"
                    + " '.waitForTaskToken' service integration pattern";
        }
        for (Map.Entry<String, JsonNode> part : context.properties()) {
            Set<String> texts = TEXTS.get(part.getKey());
            if (texts == null) {
                return "Field '" + part.getKey() + "' is not allowed";
            }
            for (Map.Entry<String, JsonNode> field : part.getValue().properties()) {
                String name = field.getKey();
                if (texts.contains(name)) {
                    if (!field.getValue().isTextual()) {
                        return part.getKey() + "." + name + " must be a string";
                    }
                } else if (!OTHERS.getOrDefault(part.getKey(), Set.of()).contains(name)) {
                    return "Field '" + name + "' is not allowed";
                }
            }
        }
        return null;
    }
}
