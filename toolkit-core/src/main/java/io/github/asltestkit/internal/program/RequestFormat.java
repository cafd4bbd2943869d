package io.github.asltestkit.internal.program;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.asltestkit.definition.QueryLanguage;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.integration.ServiceCatalogue;
import io.github.asltestkit.integration.TaskResource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an optimized integration may be given. Step Functions looks at the parameters before it calls the service, and fails the
 * execution if a value has not the format of its field (measured), if the action does not have a field, or if a required one is
 * missing. The words for the last two are those with which it refuses a definition; that they are the same here is inferred.
 *
 * @param fields the shapes of the fields by their names
 * @param required the names of the fields that must be there
 * @param closed whether a field of another name is refused
 */
public record RequestFormat(Map<String, JsonNode> fields, Set<String> required, boolean closed) {
    private static final String REQUIRED = "!";
    private static final String ANY_NAME = "*";
    private static final String OPEN = "${";
    private static final JsonNode ANY = TextNode.valueOf("any");
    /** Compiled when it is first asked, which most definitions never do. */
    private static final class Numbers {
        static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?");
    }

    /** The format of a task's parameters; null for all but an optimized integration, and where a task has none of its own. */
    static @Nullable RequestFormat of(
            ServiceCatalogue services, TaskResource resource, State.Task task, RequestLeniency leniency) {
        boolean jsonPath = task.fields().queryLanguage() == QueryLanguage.JSONPATH;
        JsonNode given = jsonPath ? task.fields().parameters() : task.fields().arguments();
        // An HTTP Task checks its parameters itself, when it is sent.
        boolean checked = given != null && !resource.service().equals("http");
        JsonNode shape = checked && resource.kind() == TaskResource.Kind.SERVICE
                ? services.requestShape(resource.service(), resource.api())
                : null;
        if (given == null || shape == null) {
            return null;
        }
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : shape.properties()) {
            fields.put(field.getKey().replace(REQUIRED, ""), field.getValue());
        }
        String pointer = task.pointer() + (jsonPath ? "/Parameters" : "/Arguments");
        boolean open = false;
        for (Map.Entry<String, JsonNode> field : given.properties()) {
            String name = field.getKey();
            open |= name.contains(OPEN);
            if (leniency.unknown().test(pointer + "/" + name.replace("~", "~0").replace("/", "~1"))) {
                fields.putIfAbsent(name.replaceFirst("\\.\\$$", ""), ANY);
            }
        }
        Set<String> required = new LinkedHashSet<>();
        if (!open && !leniency.missing().test(pointer)) {
            shape.fieldNames().forEachRemaining(name -> {
                if (name.endsWith(REQUIRED)) {
                    required.add(name.replace(REQUIRED, ""));
                }
            });
        }
        boolean closed = !fields.containsKey(ANY_NAME) && !leniency.unknown().test(pointer);
        return new RequestFormat(fields, required, closed);
    }

    /** What is wrong with some parameters, in AWS's words; empty for those that can be sent. */
    public List<String> problems(JsonNode parameters) {
        List<String> problems = new ArrayList<>();
        if (!parameters.isObject()) {
            return problems;
        }
        for (String name : required) {
            if (!parameters.has(name)) {
                problems.add("The field '" + name + "' is required but was missing");
            }
        }
        for (Map.Entry<String, JsonNode> parameter : parameters.properties()) {
            String name = parameter.getKey();
            JsonNode shape = fields.get(name);
            if (shape == null && closed && !name.contains(OPEN)) {
                problems.add("The field \"" + name + "\" is not supported by Step Functions");
            } else if (shape != null && !fits(shape, parameter.getValue())) {
                problems.add("The value of the field '" + name + "' has an invalid format");
            }
        }
        return problems;
    }

    /**
     * Whether a value has the kind of its shape. What a service takes as text may be given as any JSON (recorded); a number or a
     * boolean may be spelled in a text (inferred).
     */
    private static boolean fits(JsonNode shape, JsonNode value) {
        if (value.isNull() || (value.isTextual() && value.textValue().contains(OPEN))) {
            return true;
        }
        if (shape.isArray()) {
            return value.isArray();
        }
        if (shape.isObject() && shape.has(ANY_NAME)) {
            JsonNode each = shape.get(ANY_NAME);
            return value.isObject() && allFit(each, value);
        }
        return switch (shape.isObject() ? "object" : shape.asText()) {
            case "object" -> value.isObject();
            case "number" ->
                value.isNumber() || Numbers.NUMBER.matcher(value.asText()).matches();
            case "boolean" -> value.isBoolean() || Set.of("true", "false").contains(value.asText());
            default -> true;
        };
    }

    private static boolean allFit(JsonNode shape, JsonNode values) {
        for (JsonNode value : values) {
            if (!fits(shape, value)) {
                return false;
            }
        }
        return true;
    }
}
