package io.github.asltestkit.history;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.asltestkit.internal.json.JsonText;
import java.util.List;

/** Between the text of a payload and its tree. */
final class Payload {
    /** Exact about numbers, and about text after the value. */
    static final ObjectMapper MAPPER = JsonMapper.builder(new JsonFactory())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Payload() {}

    static JsonNode tree(Object value) {
        if (value instanceof JsonNode node) {
            return node;
        }
        if (value instanceof EventDetails details) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            details.asMap().forEach((name, field) -> object.set(name, plain(field)));
            return object;
        }
        if (value instanceof List<?> list) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            list.forEach(element -> array.add(plain(element)));
            return array;
        }
        return ofText(value.toString());
    }

    private static JsonNode plain(Object value) {
        return value instanceof String text ? TextNode.valueOf(text) : tree(value);
    }

    private static JsonNode ofText(String text) {
        JsonNode tree = JsonText.tryParse(text);
        return tree == null ? TextNode.valueOf(text) : tree;
    }
}
