package io.github.asltestkit.internal.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.asltestkit.internal.json.JsonText;
import io.github.asltestkit.internal.json.NotJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The one rule for JSON that a test hands in. Text is JSON: {@code "5000"} is the number, {@code "\"5000\""} the text. The
 * content of a {@link Path} is JSON too. A tree of Jackson 2 or 3 is taken as it is, and any other object is written as JSON.
 *
 * <p>Text that is not JSON is refused where the state machine would get it, and stands for itself where a value is compared
 * with it.
 */
public final class JsonBorder {
    private JsonBorder() {}

    /**
     * A value that the state machine gets.
     *
     * @param what what it is, for the message, such as {@code mocked response}
     * @throws IllegalArgumentException if text is not JSON, a file cannot be read, or an object cannot be written as JSON
     */
    public static JsonNode given(@Nullable Object value, String what) {
        if (value instanceof JsonNode node) {
            return node;
        }
        if (value instanceof String text) {
            return parse(text, what);
        }
        return value instanceof Path file ? parse(read(file), what) : TypedJson.tree(value);
    }

    /**
     * A value that another one is compared with.
     *
     * @throws IllegalArgumentException if a file cannot be read or holds no JSON, or an object cannot be written as JSON
     */
    public static JsonNode compared(@Nullable Object value) {
        if (value instanceof String text) {
            JsonNode tree = JsonText.tryParse(text);
            return tree == null ? TextNode.valueOf(text) : tree;
        }
        return given(value, "file");
    }

    /** What sort of value it is, such as {@code a string}. */
    public static String sort(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "a string";
            case NUMBER -> "a number";
            case BOOLEAN -> "a boolean";
            case NULL -> "JSON null";
            case OBJECT, POJO -> "an object";
            case ARRAY -> "an array";
            case BINARY -> "binary";
            case MISSING -> "nothing";
        };
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
            throw new IllegalArgumentException(NotJson.text("The " + what, text, notJson) + advice(text), notJson);
        }
        throw new IllegalArgumentException("The " + what + " is empty text, which is not JSON");
    }

    /** Who writes a word without quotes most often means text; who begins an object or a list does not. */
    private static String advice(String text) {
        String line = text.strip();
        return line.startsWith("{") || line.startsWith("[") || line.startsWith("\"") || line.contains("\n")
                ? ""
                : "  Write text with its quotes, \"\\\"" + line + "\\\"\", or pass a TextNode.";
    }
}
