package io.github.asltestkit.internal.program;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.internal.expression.Expression;
import io.github.asltestkit.internal.expression.Scope;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A compiled {@code Assign}: all values are computed from the variables as they were, then handed over together.
 *
 * @param template yields an object with a field for each variable, or null where nothing is assigned
 */
public record Assignments(@Nullable Expression template) {
    /** Assigns nothing. */
    public static final Assignments NONE = new Assignments(null);

    /** The new values by name; empty where nothing is assigned. */
    public Map<String, JsonNode> evaluate(Scope scope) {
        if (template == null) {
            return Map.of();
        }
        Map<String, JsonNode> values = new LinkedHashMap<>();
        template.evaluate(scope).properties().forEach(field -> values.put(field.getKey(), field.getValue()));
        return values;
    }
}
