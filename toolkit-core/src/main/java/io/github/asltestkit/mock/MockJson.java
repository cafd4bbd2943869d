package io.github.asltestkit.mock;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.asltestkit.internal.expression.JsonText;
import io.github.asltestkit.internal.model.TypedJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as a test hands it in, and as a condition compares it. */
final class MockJson {
    private MockJson() {}

    /**
     * A value as a tree: text is read as JSON, and so is the content of a file; a tree is taken as it is, an object of the
     * AWS SDK is written as a state sees it, anything else is turned into a tree by Jackson.
     *
     * @param what what the test hands in, for the message, such as {@code mocked response}
     * @throws IllegalArgumentException if text is not JSON, or a file cannot be read
     */
    static JsonNode tree(@Nullable Object value, String what) {
        if (value == null) {
            return NullNode.instance;
        }
        if (value instanceof JsonNode node) {
            return node;
        }
        if (value instanceof String text) {
            return parse(text, what);
        }
        return value instanceof Path file ? parse(read(file), what) : TypedJson.tree(value);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("The file " + file + " cannot be read: " + unreadable, unreadable);
        }
    }

    private static JsonNode parse(String text, String what) {
        try {
            if (!text.isBlank()) {
                return JsonText.parse(text);
            }
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException(
                    "The " + what + " is not JSON: " + notJson.getOriginalMessage() + "\n  given: " + text
                            + "\n  Write a string with its quotes, \"\\\""
                            + text.lines().findFirst().orElse("")
                            + "\\\"\", or hand in a TextNode.",
                    notJson);
        }
        throw new IllegalArgumentException("The " + what + " is empty text, which is not JSON");
    }

    /** A value compared by a condition: text is a string, not JSON to be read. */
    static JsonNode literal(@Nullable Object value) {
        return value instanceof String text ? TextNode.valueOf(text) : tree(value, "condition");
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
