package io.github.asltestkit.internal.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.internal.io.Sha256;
import io.github.asltestkit.internal.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** JSON with sorted keys: one text for one value, whatever order its keys came in. */
public final class CanonicalJson {
    /** How many bytes of a hash name a request. */
    private static final int BYTES = 10;

    private static final String DIGITS = "0123456789abcdef";

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
    public static String pretty(JsonNode value) {
        StringBuilder text = new StringBuilder();
        appendPretty(value, UnaryOperator.identity(), "\n", text);
        return text.append('\n').toString();
    }

    /**
     * Appends the text of {@link #sorted} as files have it.
     *
     * @param newLine what lines begin with
     */
    public static void appendPretty(JsonNode value, UnaryOperator<String> texts, String newLine, StringBuilder text) {
        if (!value.isContainerNode() || value.isEmpty()) {
            append(value, texts, text);
            return;
        }
        String deeper = newLine.concat("  ");
        boolean more = false;
        if (value.isObject()) {
            text.append('{');
            for (Map.Entry<String, JsonNode> field : inOrder(value, texts)) {
                text.append(more ? "," : "").append(deeper);
                JsonText.appendString(text, texts.apply(field.getKey()));
                text.append(": ");
                appendPretty(field.getValue(), texts, deeper, text);
                more = true;
            }
            text.append(newLine).append('}');
        } else {
            text.append('[');
            for (JsonNode element : value) {
                text.append(more ? "," : "").append(deeper);
                appendPretty(element, texts, deeper, text);
                more = true;
            }
            text.append(newLine).append(']');
        }
    }

    /** Appends the compact text of {@link #sorted}, without making that. */
    public static void append(JsonNode value, UnaryOperator<String> texts, StringBuilder text) {
        if (value.isObject()) {
            boolean more = false;
            text.append('{');
            for (Map.Entry<String, JsonNode> field : inOrder(value, texts)) {
                text.append(more ? "," : "");
                JsonText.appendString(text, texts.apply(field.getKey()));
                text.append(':');
                append(field.getValue(), texts, text);
                more = true;
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
            JsonText.appendString(text, texts.apply(value.textValue()));
        } else {
            text.append(value.asText());
        }
    }

    private static Collection<Map.Entry<String, JsonNode>> inOrder(JsonNode object, UnaryOperator<String> texts) {
        Set<Map.Entry<String, JsonNode>> fields = object.properties();
        boolean inOrder = true;
        boolean asTheyAre = true;
        String before = "";
        for (Map.Entry<String, JsonNode> field : fields) {
            String name = texts.apply(field.getKey());
            inOrder &= before.compareTo(name) <= 0;
            asTheyAre &= name.equals(field.getKey());
            before = name;
        }
        if (inOrder) {
            return fields;
        }
        List<Map.Entry<String, JsonNode>> sorted = new ArrayList<>(fields);
        sorted.sort(new ByName(asTheyAre ? UnaryOperator.identity() : texts));
        return sorted;
    }

    /** The order of fields. */
    private record ByName(UnaryOperator<String> texts) implements Comparator<Map.Entry<String, JsonNode>> {
        @Override
        public int compare(Map.Entry<String, JsonNode> one, Map.Entry<String, JsonNode> other) {
            return texts.apply(one.getKey()).compareTo(texts.apply(other.getKey()));
        }
    }

    /** What requests begin with that are hashed. */
    public static Sha256.Begun begin(CharSequence text) {
        return Sha256.begin(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The first 20 hexadecimal digits of the SHA-256 of a text in UTF-8. */
    public static String hash(CharSequence text) {
        return name(Sha256.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** As {@link #hash(CharSequence)}, of a text that goes on as said. */
    public static String hash(Sha256.Begun begun, CharSequence text) {
        return name(begun.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static String name(byte[] digest) {
        StringBuilder name = new StringBuilder(2 * BYTES);
        for (int i = 0; i < BYTES; i++) {
            name.append(DIGITS.charAt(digest[i] >> 4 & 0xf)).append(DIGITS.charAt(digest[i] & 0xf));
        }
        return name.toString();
    }
}
