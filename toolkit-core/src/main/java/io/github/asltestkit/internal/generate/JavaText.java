package io.github.asltestkit.internal.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;

/** Literals of Java. */
final class JavaText {
    private static final int WIDTH = 90;
    private static final String QUOTES = "\"\"\"";

    private JavaText() {}

    /** A text in quotes. */
    static String quoted(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            escape(text.charAt(i), literal);
        }
        return literal.append('"').toString();
    }

    private static void escape(char c, StringBuilder into) {
        switch (c) {
            case '"' -> into.append("\\\"");
            case '\\' -> into.append("\\\\");
            case '\n' -> into.append("\\n");
            case '\r' -> into.append("\\r");
            case '\t' -> into.append("\\t");
            default -> {
                if (c < ' ' || c > '~') {
                    into.append(String.format("\\u%04x", (int) c));
                } else {
                    into.append(c);
                }
            }
        }
    }

    /** JSON as a literal: one line in quotes if it needs no escapes, else a text block. */
    static String json(JsonNode tree, String indent) {
        String line = line(tree);
        if (!line.contains("\"") && !line.contains("\\") && line.length() < WIDTH && isPlain(line)) {
            return quoted(line);
        }
        StringBuilder text = new StringBuilder();
        write(tree, "", text);
        StringBuilder block = new StringBuilder(QUOTES).append('\n');
        for (String one : text.toString().split("\n", -1)) {
            block.append(indent).append(escaped(one)).append('\n');
        }
        if (block.charAt(block.length() - 2) == '"') {
            block.setLength(block.length() - 2);
            block.append("\\\"\n");
        }
        // The closing quotes end the last line: no newline belongs to the text.
        block.setLength(block.length() - 1);
        return block.append(QUOTES).toString();
    }

    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c <= '~');
    }

    /** A line within a text block. */
    private static String escaped(String line) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean last = i == line.length() - 1;
            if (c == '\\') {
                text.append("\\\\");
            } else if (c == '"' && line.startsWith(QUOTES, i)) {
                text.append("\\\"");
            } else if (c == ' ' && last) {
                text.append("\\s");
            } else if (c == '"') {
                text.append('"');
            } else {
                escape(c, text);
            }
        }
        return text.toString();
    }

    private static String line(JsonNode tree) {
        StringBuilder text = new StringBuilder();
        inline(tree, text);
        return text.toString();
    }

    private static void inline(JsonNode tree, StringBuilder text) {
        if (tree instanceof ObjectNode object) {
            text.append('{');
            Iterator<Map.Entry<String, JsonNode>> fields = object.properties().iterator();
            while (fields.hasNext()) {
                Map.Entry<String, JsonNode> field = fields.next();
                text.append(name(field.getKey())).append(": ");
                inline(field.getValue(), text);
                text.append(fields.hasNext() ? ", " : "");
            }
            text.append('}');
        } else if (tree.isArray()) {
            text.append('[');
            for (int i = 0; i < tree.size(); i++) {
                text.append(i == 0 ? "" : ", ");
                inline(tree.get(i), text);
            }
            text.append(']');
        } else {
            text.append(tree);
        }
    }

    private static String name(String field) {
        return Values.JSON.textNode(field).toString();
    }

    /** On one line if it fits, else each part on a line of its own. */
    private static void write(JsonNode tree, String indent, StringBuilder text) {
        String line = line(tree);
        if (!tree.isContainerNode() || tree.isEmpty() || line.length() + indent.length() <= WIDTH) {
            text.append(line);
            return;
        }
        boolean object = tree.isObject();
        text.append(object ? "{" : "[");
        Iterator<Map.Entry<String, JsonNode>> fields = tree.properties().iterator();
        for (int i = 0; i < tree.size(); i++) {
            text.append(i == 0 ? "\n" : ",\n").append(indent).append("  ");
            if (object) {
                Map.Entry<String, JsonNode> field = fields.next();
                text.append(name(field.getKey())).append(": ");
                write(field.getValue(), indent + "  ", text);
            } else {
                write(tree.get(i), indent + "  ", text);
            }
        }
        text.append('\n').append(indent).append(object ? '}' : ']');
    }

    /** A duration as a test says it. */
    static String duration(Duration duration) {
        long millis = duration.toMillis();
        if (millis == 0) {
            return "Duration.ZERO";
        }
        if (millis % 86_400_000 == 0) {
            return "Duration.ofDays(" + millis / 86_400_000 + ")";
        }
        if (millis % 3_600_000 == 0) {
            return "Duration.ofHours(" + millis / 3_600_000 + ")";
        }
        if (millis % 60_000 == 0) {
            return "Duration.ofMinutes(" + millis / 60_000 + ")";
        }
        return millis % 1_000 == 0 ? "Duration.ofSeconds(" + millis / 1_000 + ")" : "Duration.ofMillis(" + millis + ")";
    }
}
