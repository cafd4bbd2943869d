package io.github.asltestkit.internal.expression.jsonpath;

import static io.github.asltestkit.internal.expression.jsonpath.IntrinsicFunction.check;
import static io.github.asltestkit.internal.expression.jsonpath.IntrinsicFunction.string;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.asltestkit.internal.json.JsonText;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The intrinsic functions that read, write and merge JSON. */
final class JsonFunctions {
    static final String STRING_TO_JSON = "States.StringToJson";

    private JsonFunctions() {}

    static List<IntrinsicFunction> all() {
        return List.of(
                new IntrinsicFunction(STRING_TO_JSON, 1, 1, (arguments, random) -> toJson(string(arguments.get(0)))),
                new IntrinsicFunction(
                        "States.JsonToString",
                        0,
                        Integer.MAX_VALUE,
                        (arguments, random) -> TextNode.valueOf(JsonText.write(single(arguments)))),
                new IntrinsicFunction(
                        "States.JsonMerge",
                        3,
                        3,
                        (arguments, random) -> merge(arguments.get(0), arguments.get(1), arguments.get(2))));
    }

    private static JsonNode single(List<JsonNode> arguments) {
        if (arguments.size() != 1) {
            throw InvalidArgumentsException.because("only a single argument is allowed.");
        }
        return arguments.get(0);
    }

    private static JsonNode toJson(String text) {
        try {
            return JsonText.parseFirst(text);
        } catch (JsonProcessingException notJson) {
            throw InvalidArgumentsException.notJson(notJson.getOriginalMessage() + "\n at [Source: REDACTED"
                    + " (`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION` disabled); line: "
                    + notJson.getLocation().getLineNr() + ", column: "
                    + notJson.getLocation().getColumnNr() + "]");
        }
    }

    /** AWS merges shallowly only, and answers in the order of a Java HashMap that is copied from the first object. */
    private static JsonNode merge(JsonNode first, JsonNode second, JsonNode deep) {
        check(first.isObject() && second.isObject() && !(deep.isBoolean() && deep.booleanValue()));
        Map<String, JsonNode> merged = new HashMap<>(fields(first));
        merged.putAll(fields(second));
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        merged.forEach(object::set);
        return object;
    }

    private static Map<String, JsonNode> fields(JsonNode object) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        object.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        return fields;
    }
}
