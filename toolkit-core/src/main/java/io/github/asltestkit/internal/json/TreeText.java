package io.github.asltestkit.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * Writes trees as Jackson does, without a generator and a provider of serializers for each: small payloads are written a million times
 * in a Map Run.
 */
final class TreeText {
    private static final char[] DIGITS = "0123456789ABCDEF".toCharArray();

    private final StringBuilder text;

    TreeText(StringBuilder text) {
        this.text = text;
    }

    /** Writes a value; false where only Jackson knows how, and then what was written so far is of no use. */
    boolean write(JsonNode node) {
        return write(node, 1);
    }

    private boolean write(JsonNode node, int depth) {
        return switch (node.getNodeType()) {
            case OBJECT -> node instanceof ObjectNode && depth <= JsonText.MAX_DEPTH && writeObject(node, depth);
            case ARRAY -> node instanceof ArrayNode && depth <= JsonText.MAX_DEPTH && writeArray(node, depth);
            case STRING -> writeString(node.textValue());
            case NUMBER -> writeNumber(node);
            case BOOLEAN -> writeWord(node.booleanValue() ? "true" : "false");
            case NULL -> writeWord("null");
            case BINARY, MISSING, POJO -> false;
        };
    }

    private boolean writeWord(String word) {
        text.append(word);
        return true;
    }

    private boolean writeObject(JsonNode node, int depth) {
        char before = '{';
        if (node.isEmpty()) {
            text.append(before);
        } else {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                text.append(before);
                before = ',';
                writeString(field.getKey());
                text.append(':');
                if (!write(field.getValue(), depth + 1)) {
                    return false;
                }
            }
        }
        text.append('}');
        return true;
    }

    private boolean writeArray(JsonNode node, int depth) {
        text.append('[');
        for (int i = 0; i < node.size(); i++) {
            if (i > 0) {
                text.append(',');
            }
            if (!write(node.get(i), depth + 1)) {
                return false;
            }
        }
        text.append(']');
        return true;
    }

    private boolean writeNumber(JsonNode node) {
        if (node.isInt() || node.isLong()) {
            text.append(node.longValue());
        } else if (node.isBigDecimal() || node.isBigInteger()) {
            text.append(node.asText());
        } else {
            return false;
        }
        return true;
    }

    /** Writes a string within quotation marks. It always can, so the answer is true. */
    boolean writeString(String value) {
        text.append('"');
        int length = value.length();
        int written = 0;
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                text.append(value, written, i);
                written = i + 1;
                escape(c);
            }
        }
        if (written == 0) {
            text.append(value);
        } else {
            text.append(value, written, length);
        }
        text.append('"');
        return true;
    }

    private void escape(char c) {
        text.append('\\');
        switch (c) {
            case '"', '\\' -> text.append(c);
            case '\b' -> text.append('b');
            case '\f' -> text.append('f');
            case '\n' -> text.append('n');
            case '\r' -> text.append('r');
            case '\t' -> text.append('t');
            default -> text.append("u00").append(DIGITS[c >> 4]).append(DIGITS[c & 0xf]);
        }
    }
}
