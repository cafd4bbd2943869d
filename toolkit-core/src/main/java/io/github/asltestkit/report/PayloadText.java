package io.github.asltestkit.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * The beginning of the compact JSON of a payload; no more of a large one is written out. Written by hand, as a report has
 * thousands of small ones and Jackson takes longer to begin than to write them.
 */
final class PayloadText {
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private final int longest;
    private final StringBuilder text = new StringBuilder(256);

    /**
     * @param longest as many characters are shown of it
     */
    PayloadText(int longest) {
        this.longest = longest;
    }

    /** The text of a payload, which says so if it is cut. */
    String of(JsonNode payload) {
        text.setLength(0);
        append(payload);
        return text.length() <= longest ? text.toString() : text.substring(0, longest) + " ... (cut here)";
    }

    private void append(JsonNode node) {
        if (text.length() > longest) {
            return;
        }
        switch (node.getNodeType()) {
            case OBJECT -> appendObject(node);
            case ARRAY -> appendArray(node);
            case STRING -> appendText(node.textValue());
            case NUMBER, BOOLEAN, NULL -> text.append(node.asText());
            default -> text.append(node);
        }
    }

    private void appendObject(JsonNode object) {
        char before = '{';
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (text.length() > longest) {
                return;
            }
            text.append(before);
            appendText(field.getKey());
            text.append(':');
            append(field.getValue());
            before = ',';
        }
        text.append(before == '{' ? "{}" : "}");
    }

    private void appendArray(JsonNode array) {
        text.append('[');
        for (int i = 0; i < array.size() && text.length() <= longest; i++) {
            if (i > 0) {
                text.append(',');
            }
            append(array.get(i));
        }
        text.append(']');
    }

    private void appendText(String value) {
        text.append('"');
        int shown = Math.min(value.length(), longest + 1);
        int done = 0;
        for (int i = 0; i < shown; i++) {
            char c = value.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                text.append(value, done, i);
                appendEscaped(c);
                done = i + 1;
            }
        }
        text.append(value, done, shown).append('"');
    }

    private void appendEscaped(char c) {
        switch (c) {
            case '"', '\\' -> text.append('\\').append(c);
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            case '\b' -> text.append("\\b");
            case '\f' -> text.append("\\f");
            default -> text.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 0xf]);
        }
    }
}
