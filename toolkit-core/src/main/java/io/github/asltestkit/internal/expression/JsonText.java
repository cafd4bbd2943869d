package io.github.asltestkit.internal.expression;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON text to trees and back, with numbers kept as they were written, and sizes counted without writing. */
public final class JsonText {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private JsonText() {}

    /**
     * Reads one JSON value.
     *
     * @throws JsonProcessingException if the text is not exactly one JSON value
     */
    public static JsonNode parse(String text) throws JsonProcessingException {
        JsonNode tree = MAPPER.readTree(text);
        return tree.isMissingNode() ? MAPPER.readTree("") : tree;
    }

    /** Reads one JSON value; null where the text is none. */
    public static @Nullable JsonNode tryParse(String text) {
        try {
            JsonNode tree = MAPPER.readTree(text);
            return tree.isMissingNode() ? null : tree;
        } catch (JsonProcessingException notJson) {
            return null;
        }
    }

    /** A tree of an object that Jackson can turn into one; a tree is taken as it is. */
    public static JsonNode tree(Object value) {
        return value instanceof JsonNode node ? node : MAPPER.valueToTree(value);
    }

    /** How many bytes a value takes as compact JSON in UTF-8. */
    public static long utf8Size(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> {
                long size = 2L + Math.max(0, node.size() - 1);
                for (Map.Entry<String, JsonNode> field : node.properties()) {
                    size += textSize(field.getKey()) + 1 + utf8Size(field.getValue());
                }
                yield size;
            }
            case ARRAY -> {
                long size = 2L + Math.max(0, node.size() - 1);
                for (JsonNode element : node) {
                    size += utf8Size(element);
                }
                yield size;
            }
            case STRING -> textSize(node.textValue());
            default -> node.toString().length();
        };
    }

    /** The bytes of a JSON string with its quotes and escapes. */
    private static long textSize(String text) {
        long size = 2;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                size += c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
            } else if (c >= 0x20) {
                size += c == '"' || c == '\\' ? 2 : 1;
            } else {
                size += c == '\b' || c == '\t' || c == '\n' || c == '\f' || c == '\r' ? 2 : 6;
            }
        }
        return size;
    }
}
