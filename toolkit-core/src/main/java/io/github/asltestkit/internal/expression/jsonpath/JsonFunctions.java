package io.github.asltestkit.internal.expression.jsonpath;

import static io.github.asltestkit.internal.expression.jsonpath.IntrinsicFunction.check;
import static io.github.asltestkit.internal.expression.jsonpath.IntrinsicFunction.string;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.asltestkit.internal.json.JsonText;
import java.util.HashMap;
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
                        1,
                        1,
                        (arguments, random) -> TextNode.valueOf(JsonText.write(arguments.get(0)))),
                new IntrinsicFunction(
                        "States.JsonMerge",
                        3,
                        3,
                        (arguments, random) -> merge(arguments.get(0), arguments.get(1), arguments.get(2))));
    }

    private static JsonNode toJson(String text) {
        JsonNode value = JsonText.tryParseFirst(text);
        if (value == null) {
            throw new InvalidArgumentsException("");
        }
        return value;
    }

    /** AWS merges shallowly only, and answers in the order of Java's hash table. */
    private static JsonNode merge(JsonNode first, JsonNode second, JsonNode deep) {
        check(first.isObject() && second.isObject() && !(deep.isBoolean() && deep.booleanValue()));
        Map<String, JsonNode> merged = new HashMap<>();
        first.properties().forEach(field -> merged.put(field.getKey(), field.getValue()));
        second.properties().forEach(field -> merged.put(field.getKey(), field.getValue()));
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        merged.forEach(object::set);
        return object;
    }
}
