package io.github.asltestkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.internal.execution.ApiCalls;
import io.github.asltestkit.internal.json.JsonText;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The API as a state calls it by {@code aws-sdk:sfn}: names in PascalCase, in the order of the alphabet, dates as text. Only
 * calls about a machine, an execution, an Activity or a Map Run that is here are done, and those that list what is here.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html">AWS SDK service
 *     integrations</a>
 */
final class StateCalls implements ApiCalls {
    private static final Set<String> LISTS = Set.of("ListStateMachines", "ListActivities");

    private static final List<String> SUBJECTS = List.of(
            "stateMachineArn",
            "executionArn",
            "mapRunArn",
            "activityArn",
            "resourceArn",
            "stateMachineVersionArn",
            "stateMachineAliasArn");

    /** The one object of the API whose field names are data: states' names. */
    private static final String BY_STATE = "variableReferences";

    private final StepFunctions api;
    private final Registry registry;

    StateCalls(StepFunctions api, Registry registry) {
        this.api = api;
        this.registry = registry;
    }

    @Override
    public @Nullable JsonNode call(String action, JsonNode parameters) {
        String operation = capital(action);
        JsonNode request = request(parameters);
        if (!api.has(operation) || !(LISTS.contains(operation) || isHere(request))) {
            return null;
        }
        return response(api.call(operation, request));
    }

    private boolean isHere(JsonNode request) {
        for (String field : SUBJECTS) {
            String arn = Answers.text(request, field);
            if (arn != null) {
                return registry.has(arn);
            }
        }
        return false;
    }

    // ---- names and dates ---------------------------------------------------------------------------------------

    /** A definition is text, which a state may give as JSON. */
    private static JsonNode request(JsonNode parameters) {
        JsonNode request = renamed(parameters, name -> Character.toLowerCase(name.charAt(0)) + name.substring(1));
        JsonNode definition = parameters.path("Definition");
        if (definition.isObject()) {
            ((ObjectNode) request).put("definition", JsonText.write(definition));
        }
        return request;
    }

    private static JsonNode response(JsonNode answer) {
        return renamed(answer, StateCalls::capital);
    }

    private static String capital(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static JsonNode renamed(JsonNode value, UnaryOperator<String> rename) {
        if (value.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            value.forEach(element -> array.add(renamed(element, rename)));
            return array;
        }
        if (!value.isObject()) {
            return value;
        }
        Map<String, JsonNode> fields = new TreeMap<>();
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            String name = field.getKey();
            JsonNode below = field.getValue();
            fields.put(
                    name.isEmpty() ? name : rename.apply(name),
                    isDate(name, below) ? date(below) : name.equals(BY_STATE) ? below : renamed(below, rename));
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.setAll(fields);
        return object;
    }

    private static boolean isDate(String name, JsonNode value) {
        return value.isNumber() && (name.endsWith("Date") || name.equals("timestamp"));
    }

    private static JsonNode date(JsonNode seconds) {
        BigDecimal millis = seconds.decimalValue().movePointRight(3);
        return JsonNodeFactory.instance.textNode(
                Instant.ofEpochMilli(millis.longValue()).toString());
    }
}
