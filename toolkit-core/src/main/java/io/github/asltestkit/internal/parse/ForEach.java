package io.github.asltestkit.internal.parse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/**
 * {@code Fn::ForEach} of the language extensions: a field that stands for one field for each value of a list.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-foreach.html">
 *     Fn::ForEach</a>
 */
final class ForEach {
    private ForEach() {}

    static boolean isOne(String field) {
        return field.startsWith("Fn::ForEach::");
    }

    /**
     * Gives the fields.
     *
     * @param loop the identifier, the list and the field
     * @param resolve calls the functions of the list
     */
    static void expand(JsonNode loop, UnaryOperator<JsonNode> resolve, BiConsumer<String, JsonNode> fields) {
        String identifier = loop.path(0).asText();
        for (JsonNode value : resolve.apply(loop.path(1))) {
            String text = Intrinsics.textOf(value);
            loop.path(2).properties().forEach(field -> {
                String key = inText(field.getKey(), identifier, text);
                JsonNode tree = replace(field.getValue(), identifier, text);
                if (isOne(key)) {
                    expand(tree, resolve, fields);
                } else {
                    fields.accept(key, tree);
                }
            });
        }
    }

    static String inText(String text, String identifier, String value) {
        String plain = value.replaceAll("[^A-Za-z0-9]", "");
        return text.replace("${" + identifier + "}", value).replace("&{" + identifier + "}", plain);
    }

    private static JsonNode replace(JsonNode node, String identifier, String value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (node.isTextual()) {
            return nodes.textNode(inText(node.textValue(), identifier, value));
        }
        if (node.isArray()) {
            ArrayNode array = nodes.arrayNode();
            node.forEach(element -> array.add(replace(element, identifier, value)));
            return array;
        }
        if (!node.isObject()) {
            return node;
        }
        if (node.size() == 1 && node.path("Ref").asText().equals(identifier)) {
            return nodes.textNode(value);
        }
        ObjectNode object = nodes.objectNode();
        node.properties()
                .forEach(field -> object.set(
                        inText(field.getKey(), identifier, value), replace(field.getValue(), identifier, value)));
        return object;
    }
}
