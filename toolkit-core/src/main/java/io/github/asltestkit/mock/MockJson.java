package io.github.asltestkit.mock;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as a test hands it in, and as a condition compares it. */
final class MockJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .findAndAddModules()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private MockJson() {}

    /**
     * A value as a tree: text is read as JSON, a tree is taken as it is, anything else is turned into one by Jackson.
     *
     * @throws IllegalArgumentException if text is not JSON
     */
    static JsonNode tree(@Nullable Object value) {
        if (value == null) {
            return NullNode.instance;
        }
        if (value instanceof JsonNode node) {
            return node;
        }
        if (value instanceof String text) {
            return parse(text);
        }
        return MAPPER.valueToTree(value);
    }

    private static JsonNode parse(String text) {
        try {
            JsonNode tree = MAPPER.readTree(text);
            if (!tree.isMissingNode()) {
                return tree;
            }
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException(
                    "The mocked response is not JSON: " + notJson.getOriginalMessage() + "\n  given: " + text
                            + "\n  Write a string with its quotes, \"\\\""
                            + text.lines().findFirst().orElse("")
                            + "\\\"\", or hand in a TextNode.",
                    notJson);
        }
        throw new IllegalArgumentException("The mocked response is empty text, which is not JSON");
    }

    /** A value compared by a condition: text is a string, not JSON to be read. */
    static JsonNode literal(@Nullable Object value) {
        return value instanceof String text ? MAPPER.getNodeFactory().textNode(text) : tree(value);
    }

    /** Whether {@code actual} holds all that {@code expected} holds; objects may have more fields, arrays may not. */
    static boolean contains(JsonNode actual, JsonNode expected) {
        if (expected.isObject()) {
            for (Map.Entry<String, JsonNode> field : expected.properties()) {
                JsonNode other = actual.get(field.getKey());
                if (other == null || !contains(other, field.getValue())) {
                    return false;
                }
            }
            return actual.isObject();
        }
        if (expected.isArray()) {
            if (!actual.isArray() || actual.size() != expected.size()) {
                return false;
            }
            for (int i = 0; i < expected.size(); i++) {
                if (!contains(actual.get(i), expected.get(i))) {
                    return false;
                }
            }
            return true;
        }
        return equal(actual, expected);
    }

    /** Equality with numbers by value. */
    static boolean equal(JsonNode actual, JsonNode expected) {
        if (actual.isNumber() && expected.isNumber()) {
            return actual.decimalValue().compareTo(expected.decimalValue()) == 0;
        }
        return actual.equals(expected);
    }
}
