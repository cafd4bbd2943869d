package io.github.asltestkit.internal.expression.jsonpath;

import static io.github.asltestkit.internal.expression.jsonpath.IntrinsicFunction.array;
import static io.github.asltestkit.internal.expression.jsonpath.IntrinsicFunction.check;
import static io.github.asltestkit.internal.expression.jsonpath.IntrinsicFunction.truncated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import io.github.asltestkit.internal.json.JsonText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The intrinsic functions on arrays. */
final class ArrayFunctions {
    private static final int MAX_RANGE = 1_000;

    private ArrayFunctions() {}

    static List<IntrinsicFunction> all() {
        return List.of(
                new IntrinsicFunction("States.Array", 0, Integer.MAX_VALUE, (arguments, random) -> of(arguments)),
                new IntrinsicFunction(
                        "States.ArrayPartition",
                        2,
                        2,
                        (arguments, random) -> partition(array(arguments.get(0)), truncated(arguments.get(1)))),
                new IntrinsicFunction(
                        "States.ArrayContains",
                        2,
                        2,
                        (arguments, random) ->
                                BooleanNode.valueOf(contains(array(arguments.get(0)), arguments.get(1)))),
                new IntrinsicFunction(
                        "States.ArrayRange",
                        3,
                        3,
                        (arguments, random) -> range(
                                truncated(arguments.get(0)), truncated(arguments.get(1)), truncated(arguments.get(2)))),
                new IntrinsicFunction(
                        "States.ArrayGetItem",
                        2,
                        2,
                        (arguments, random) -> item(array(arguments.get(0)), truncated(arguments.get(1)))),
                new IntrinsicFunction(
                        "States.ArrayLength",
                        1,
                        1,
                        (arguments, random) ->
                                IntNode.valueOf(array(arguments.get(0)).size())),
                new IntrinsicFunction(
                        "States.ArrayUnique", 1, 1, (arguments, random) -> unique(array(arguments.get(0)))));
    }

    private static JsonNode of(List<JsonNode> arguments) {
        return JsonNodeFactory.instance.arrayNode(arguments.size()).addAll(arguments);
    }

    private static JsonNode partition(JsonNode array, int size) {
        check(size > 0);
        ArrayNode chunks = JsonNodeFactory.instance.arrayNode();
        ArrayNode chunk = null;
        for (JsonNode element : array) {
            if (chunk == null || chunk.size() == size) {
                chunk = chunks.addArray();
            }
            chunk.add(element);
        }
        return chunks;
    }

    private static boolean contains(JsonNode array, JsonNode target) {
        for (JsonNode element : array) {
            if (matches(element, target)) {
                return true;
            }
        }
        return false;
    }

    /** AWS compares texts: {@code true} is found in {@code ["true"]}, and the order of an object's fields counts. */
    private static boolean matches(JsonNode element, JsonNode target) {
        if (element.isNumber() && target.isNumber()) {
            return element.decimalValue().compareTo(target.decimalValue()) == 0;
        }
        if (element.isContainerNode() || target.isContainerNode() || element.isNull() || target.isNull()) {
            return element.getNodeType() == target.getNodeType()
                    && JsonText.write(element).equals(JsonText.write(target));
        }
        return element.asText().equals(target.asText());
    }

    private static JsonNode range(int first, int last, int step) {
        check(step != 0);
        long count = step > 0 == last >= first || first == last ? ((long) last - first) / step + 1 : 0;
        check(count <= MAX_RANGE);
        ArrayNode range = JsonNodeFactory.instance.arrayNode();
        for (long i = 0; i < count; i++) {
            range.add(first + (int) i * step);
        }
        return range;
    }

    /** Nothing can be got from an empty array, which AWS says with null where it refuses other indices. */
    private static JsonNode item(JsonNode array, int index) {
        check(index >= 0);
        if (array.isEmpty()) {
            return NullNode.getInstance();
        }
        check(index < array.size());
        return array.get(index);
    }

    /** In the order of Java's hash table, as AWS answers: {@code [true, false]} becomes {@code [false, true]}. */
    private static JsonNode unique(JsonNode array) {
        Map<Object, JsonNode> first = new HashMap<>(Math.max((int) (array.size() / .75f) + 1, 16));
        for (JsonNode element : array) {
            first.putIfAbsent(new JavaValue(element), element);
        }
        ArrayNode unique = JsonNodeFactory.instance.arrayNode(first.size());
        first.values().forEach(unique::add);
        return unique;
    }
}
