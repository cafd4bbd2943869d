package io.github.asltestkit.integration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Parameters of an optimized integration that hold what it asks for, and nothing else. */
public final class RequiredParameters {
    private RequiredParameters() {}

    /**
     * The least parameters that an action is called with.
     *
     * @param resource what follows {@code arn:aws:states:::}, such as {@code ecs:runTask.sync}
     */
    public static ObjectNode of(String resource) {
        TaskResource parsed = TaskResource.parse("arn:aws:states:::" + resource);
        JsonNode shape = ServiceCatalogue.load().requestShape(parsed.service(), parsed.api());
        ObjectNode parameters = JsonNodeFactory.instance.objectNode();
        if (shape != null) {
            shape.properties().forEach(field -> {
                if (field.getKey().endsWith("!")) {
                    parameters.set(field.getKey().replace("!", ""), value(field.getValue()));
                }
            });
        }
        return parameters;
    }

    /** A value of a shape. */
    static JsonNode value(JsonNode shape) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (shape.isArray()) {
            return nodes.arrayNode();
        }
        return switch (shape.isObject() ? "object" : shape.asText()) {
            case "object" -> nodes.objectNode();
            case "number" -> nodes.numberNode(1);
            case "boolean" -> nodes.booleanNode(true);
            default -> nodes.textNode("x");
        };
    }
}
