package io.github.asltestkit.integration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks a mocked response against the shape that the service's response has, in the words of TestState. */
public final class ResponseShape {

    private ResponseShape() {}

    /**
     * What is wrong with a response; a field that the shape does not have is not looked at (recorded).
     *
     * @param shape as {@link ServiceCatalogue#responseShape} gives it
     * @param complete whether required fields have to be there
     * @return AWS's words, or null where nothing is wrong
     */
    public static @Nullable String problem(JsonNode shape, JsonNode response, boolean complete) {
        for (Map.Entry<String, JsonNode> field : shape.properties()) {
            String name = field.getKey();
            JsonNode value = response.get(name);
            if (value == null) {
                if (complete && field.getValue().asText().endsWith("!")) {
                    return "Required field '" + name + "' is missing";
                }
                continue;
            }
            String problem = value.isNull() ? null : typed(name, field.getValue(), value, complete);
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    private static @Nullable String typed(String name, JsonNode shape, JsonNode value, boolean complete) {
        if (shape.isArray()) {
            if (!value.isArray()) {
                return "Field '" + name + "' must be an array";
            }
            for (JsonNode element : value) {
                String problem = shape.get(0).isObject()
                        ? problem(shape.get(0), element, complete)
                        : typed(name, shape.get(0), element, complete);
                if (problem != null) {
                    return problem;
                }
            }
            return null;
        }
        if (shape.isObject()) {
            return value.isObject() ? problem(shape, value, complete) : "Field '" + name + "' must be an object";
        }
        String type = shape.asText().replace("!", "");
        boolean right = switch (type) {
            case "string" -> value.isTextual();
            case "number" -> value.isNumber();
            default -> value.isBoolean();
        };
        return right ? null : "Field '" + name + "' must be a " + type;
    }
}
