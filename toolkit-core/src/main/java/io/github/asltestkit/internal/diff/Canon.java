package io.github.asltestkit.internal.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.asltestkit.internal.json.JsonText;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Data of one run in the form in which it is compared: what every execution makes anew is a mark, fields are ordered, numbers have
 * one form, states have today's names, and JSON within a text is JSON.
 */
final class Canon {
    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern INSTANT =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?(?:Z|[+-]\\d{2}:?\\d{2})");
    private static final Pattern EVENT = Pattern.compile("event id #\\d+");

    private final Set<String> given = new HashSet<>();
    private final Set<String> tokens = new HashSet<>();
    private final Map<String, String> names;

    /**
     * The form of a run's data.
     *
     * @param names today's names of states that have another one in this run
     */
    Canon(Map<String, String> names) {
        this.names = names;
    }

    /** What comes from outside is compared as it is. */
    void given(@Nullable JsonNode node) {
        if (node == null) {
            return;
        }
        if (node.isTextual()) {
            find(UUID, node.textValue());
            find(INSTANT, node.textValue());
        }
        node.forEach(this::given);
    }

    /** An instant that does not depend on what the definitions do. */
    void given(String text) {
        given.add(text);
    }

    private void find(Pattern pattern, String text) {
        if (text.length() >= 20) {
            Matcher found = pattern.matcher(text);
            while (found.find()) {
                given.add(found.group());
            }
        }
    }

    void token(@Nullable String token) {
        if (token != null) {
            tokens.add(token);
        }
    }

    /** Data in the form in which it is compared; null for null. */
    @Nullable
    JsonNode of(@Nullable JsonNode node) {
        return node == null ? null : form(node);
    }

    private JsonNode form(JsonNode node) {
        if (node.isObject()) {
            Map<String, JsonNode> sorted = new TreeMap<>();
            node.properties().forEach(field -> sorted.put(field.getKey(), form(field.getValue())));
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            sorted.forEach(object::set);
            return object;
        }
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> array.add(form(element)));
            return array;
        }
        if (node.isNumber()) {
            return DecimalNode.valueOf(node.decimalValue().stripTrailingZeros());
        }
        if (!node.isTextual()) {
            return node;
        }
        String text = node.textValue();
        if (text.startsWith("{") || text.startsWith("[")) {
            JsonNode within = JsonText.tryParse(text);
            if (within != null && within.isContainerNode()) {
                return TextNode.valueOf(form(within).toString());
            }
        }
        return TextNode.valueOf(text(text));
    }

    /** A text in the form in which it is compared. */
    String text(String text) {
        String formed = names.getOrDefault(text, text);
        if (formed.length() < 12) {
            return formed;
        }
        for (String token : tokens) {
            formed = formed.replace(token, "<task token>");
        }
        for (Map.Entry<String, String> name : names.entrySet()) {
            formed = formed.replace("'" + name.getKey() + "'", "'" + name.getValue() + "'");
        }
        formed = marked(UUID, formed, "<uuid>");
        formed = marked(INSTANT, formed, "<instant>");
        return EVENT.matcher(formed).replaceAll("event id #...");
    }

    private String marked(Pattern pattern, String text, String mark) {
        if (text.length() < 20) {
            return text;
        }
        return pattern.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(given.contains(found.group()) ? found.group() : mark));
    }
}
