package io.github.asltestkit.internal.program;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.integration.ServiceCatalogue;
import io.github.asltestkit.integration.TaskResource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds to the parameters of a call what Step Functions adds of its own accord. */
public final class RequestAddition {
    private final JsonNode addition;
    private final boolean scheduled;

    private RequestAddition(ServiceCatalogue.Addition addition) {
        this.addition = addition.parameters();
        this.scheduled = addition.scheduled();
    }

    /** What is added to the calls of a resource; null where nothing is. */
    static @Nullable RequestAddition of(ServiceCatalogue catalogue, TaskResource resource) {
        ServiceCatalogue.Addition addition = catalogue.addition(resource);
        return addition == null ? null : new RequestAddition(addition);
    }

    /** Whether {@code TaskScheduled} shows it. */
    public boolean isScheduled() {
        return scheduled;
    }

    /** The parameters as they are sent. */
    public JsonNode to(JsonNode parameters, String executionArn, String stateMachineArn) {
        Map<String, String> values = Map.of("${ExecutionArn}", executionArn, "${StateMachineArn}", stateMachineArn);
        return merged(parameters, addition, values);
    }

    private static JsonNode merged(JsonNode given, JsonNode added, Map<String, String> values) {
        if (given.isObject() && added.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            object.setAll((ObjectNode) given);
            for (Map.Entry<String, JsonNode> field : added.properties()) {
                JsonNode present = given.path(field.getKey());
                boolean nowhere = present.isMissingNode() && isForEach(field.getValue());
                if (!nowhere) {
                    object.set(field.getKey(), merged(present, field.getValue(), values));
                }
            }
            return object;
        }
        if (given.isArray() && added.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            for (JsonNode element : given) {
                array.add(isForEach(added) ? merged(element, added.path(0), values) : element);
            }
            if (!isForEach(added)) {
                added.forEach(element -> array.add(resolved(element, values)));
            }
            return array;
        }
        return given.isMissingNode() ? resolved(added, values) : given;
    }

    private static boolean isForEach(JsonNode added) {
        return added.isArray() && added.path(0).isObject();
    }

    private static JsonNode resolved(JsonNode added, Map<String, String> values) {
        if (added.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            added.forEach(element -> array.add(resolved(element, values)));
            return array;
        }
        String value = added.isTextual() ? values.get(added.textValue()) : null;
        return value == null ? added : JsonNodeFactory.instance.textNode(value);
    }
}
