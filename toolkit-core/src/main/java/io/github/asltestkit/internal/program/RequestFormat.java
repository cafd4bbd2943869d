package io.github.asltestkit.internal.program;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.integration.ServiceCatalogue;
import io.github.asltestkit.integration.TaskResource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an optimized integration may be given. Step Functions looks at the parameters before it calls the service, and fails the
 * execution if a value has not the format of its field (recorded). It refuses fields too many and too few as well; here those
 * are problems of the definition alone, because many definitions of tests say only what the test is about.
 *
 * @param fields the shapes of the fields by their names
 */
public record RequestFormat(Map<String, JsonNode> fields) {
    private static final String REQUIRED = "!";
    private static final String ANY_NAME = "*";

    /** The format of a task's parameters; null for all but an optimized integration, and where a task has none of its own. */
    public static @Nullable RequestFormat of(ServiceCatalogue services, TaskResource resource, State.Task task) {
        boolean given = task.fields().parameters() != null || task.fields().arguments() != null;
        // An HTTP Task checks its parameters itself, when it is sent.
        boolean checked = given && !resource.service().equals("http");
        JsonNode shape = checked && resource.kind() == TaskResource.Kind.SERVICE
                ? services.requestShape(resource.service(), resource.api())
                : null;
        if (shape == null) {
            return null;
        }
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : shape.properties()) {
            fields.put(field.getKey().replace(REQUIRED, ""), field.getValue());
        }
        return new RequestFormat(fields);
    }

    /** What is wrong with some parameters, in AWS's words; empty for those that can be sent. */
    public List<String> problems(JsonNode parameters) {
        List<String> problems = new ArrayList<>();
        if (!parameters.isObject()) {
            return problems;
        }
        for (Map.Entry<String, JsonNode> parameter : parameters.properties()) {
            JsonNode shape = fields.get(parameter.getKey());
            if (shape != null && !fits(shape, parameter.getValue())) {
                problems.add("The value of the field '" + parameter.getKey() + "' has an invalid format");
            }
        }
        return problems;
    }

    /** Whether a value has the kind of its shape. What a service takes as text may be given as any JSON (recorded). */
    private static boolean fits(JsonNode shape, JsonNode value) {
        if (value.isNull()) {
            return true;
        }
        if (shape.isArray()) {
            return value.isArray();
        }
        if (shape.isObject() && shape.has(ANY_NAME)) {
            JsonNode each = shape.get(ANY_NAME);
            return value.isObject() && value.properties().stream().allMatch(member -> fits(each, member.getValue()));
        }
        return !(shape.isObject() || shape.asText().equals("object")) || value.isObject();
    }
}
