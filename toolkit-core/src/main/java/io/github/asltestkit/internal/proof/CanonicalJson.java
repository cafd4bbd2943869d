package io.github.asltestkit.internal.proof;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.internal.io.Sha256;
import io.github.asltestkit.internal.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** JSON with sorted keys: one text for one value, whatever order its keys came in. */
public final class CanonicalJson {
    /** How many bytes of a hash name a request. */
    private static final int BYTES = 10;

    private CanonicalJson() {}

    /** The value with its keys sorted at every depth, and its texts, keys included, as {@code texts} writes them. */
    public static JsonNode sorted(JsonNode value, UnaryOperator<String> texts) {
        if (value.isObject()) {
            Map<String, JsonNode> fields = new TreeMap<>();
            value.properties()
                    .forEach(field -> fields.put(texts.apply(field.getKey()), sorted(field.getValue(), texts)));
            ObjectNode sorted = JsonNodeFactory.instance.objectNode();
            sorted.setAll(fields);
            return sorted;
        }
        if (value.isArray()) {
            var elements = JsonNodeFactory.instance.arrayNode();
            value.forEach(element -> elements.add(sorted(element, texts)));
            return elements;
        }
        if (value.isTextual()) {
            String text = texts.apply(value.textValue());
            return text.equals(value.textValue()) ? value : JsonNodeFactory.instance.textNode(text);
        }
        return value;
    }

    /** A file's text: two blanks a level, sorted keys, a line feed at its end; the same on every system. */
    public static String pretty(JsonNode sorted) {
        StringBuilder text = new StringBuilder();
        pretty(sorted, "\n", text);
        return text.append('\n').toString();
    }

    private static void pretty(JsonNode value, String newLine, StringBuilder text) {
        boolean container = value.isContainerNode() && !value.isEmpty();
        if (!container) {
            text.append(JsonText.write(value));
            return;
        }
        String deeper = newLine + "  ";
        text.append(value.isObject() ? '{' : '[');
        boolean more = false;
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                text.append(more ? "," : "").append(deeper);
                text.append(JsonText.write(JsonNodeFactory.instance.textNode(field.getKey())))
                        .append(": ");
                pretty(field.getValue(), deeper, text);
                more = true;
            }
        } else {
            for (JsonNode element : value) {
                text.append(more ? "," : "").append(deeper);
                pretty(element, deeper, text);
                more = true;
            }
        }
        text.append(newLine).append(value.isObject() ? '}' : ']');
    }

    /** Appends the compact text of {@link #sorted}, without making that. */
    public static void append(JsonNode value, UnaryOperator<String> texts, StringBuilder text) {
        if (value.isObject()) {
            List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(value.properties());
            if (fields.size() > 1) {
                fields.sort(Comparator.comparing(field -> texts.apply(field.getKey())));
            }
            text.append('{');
            for (int i = 0; i < fields.size(); i++) {
                text.append(i == 0 ? "" : ",");
                quote(texts.apply(fields.get(i).getKey()), text);
                text.append(':');
                append(fields.get(i).getValue(), texts, text);
            }
            text.append('}');
        } else if (value.isArray()) {
            text.append('[');
            for (int i = 0; i < value.size(); i++) {
                text.append(i == 0 ? "" : ",");
                append(value.get(i), texts, text);
            }
            text.append(']');
        } else if (value.isTextual()) {
            quote(texts.apply(value.textValue()), text);
        } else {
            text.append(value.asText());
        }
    }

    private static void quote(String string, StringBuilder text) {
        text.append('"');
        JsonStringEncoder.getInstance().quoteAsString(string, text);
        text.append('"');
    }

    /** The first 20 hexadecimal digits of the SHA-256 of a text in UTF-8. */
    public static String hash(CharSequence text) {
        byte[] digest = Sha256.digest(text.toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, BYTES);
    }
}
