package io.github.asltestkit.internal.parse;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.diagnostic.Diagnostic;
import io.github.asltestkit.internal.message.Pointers;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives the placeholders of a definition their values; one without a value stays as it is written. */
final class Substitutions {
    /** As much text as all values together may put in; a definition has at most 1,048,576 characters. */
    private static final int MAX_GROWTH = 10_000_000;

    private final Map<String, ? extends JsonNode> values;
    private final boolean bare;
    private final List<Diagnostic> diagnostics;
    private long growth;

    /**
     * Substitutions in a tree.
     *
     * @param bare whether a placeholder may have been written without quotes, to become whatever JSON its value is
     * @param diagnostics where warnings go
     */
    Substitutions(Map<String, ? extends JsonNode> values, boolean bare, List<Diagnostic> diagnostics) {
        this.values = values;
        this.bare = bare;
        this.diagnostics = diagnostics;
    }

    /** The tree with the values; the same one if it holds no placeholder that has one. */
    PlacedJson apply(PlacedJson source) {
        if (values.isEmpty() || !holdsPlaceholder(source.json())) {
            return source;
        }
        // A key that held a placeholder has another pointer now, and the same place.
        Places moved = new Places();
        JsonNode tree = apply(source.json(), source.root(), source.root(), source, moved);
        if (moved.isEmpty()) {
            return source.part("", tree);
        }
        return new PlacedJson(source.name(), tree, source.lines(), source.root(), moved.and(source.places()));
    }

    private static boolean holdsPlaceholder(JsonNode node) {
        if (node.isTextual()) {
            return node.textValue().contains("${");
        }
        if (node.isArray()) {
            for (JsonNode element : node) {
                if (holdsPlaceholder(element)) {
                    return true;
                }
            }
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (field.getKey().contains("${") || holdsPlaceholder(field.getValue())) {
                return true;
            }
        }
        return false;
    }

    private JsonNode apply(JsonNode node, String before, String after, PlacedJson source, Places moved) {
        if (!before.equals(after)) {
            moved.take(source.places(), before, after);
        }
        if (node.isTextual()) {
            return node.textValue().contains("${") ? apply(node, source.places().value(before), after, source) : node;
        }
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            for (int i = 0; i < node.size(); i++) {
                array.add(apply(node.get(i), before + "/" + i, after + "/" + i, source, moved));
            }
            return array;
        }
        if (node.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(field -> {
                String key = inText(field.getKey());
                object.set(
                        key,
                        apply(
                                field.getValue(),
                                before + "/" + Pointers.segment(field.getKey()),
                                after + "/" + Pointers.segment(key),
                                source,
                                moved));
            });
            return object;
        }
        return node;
    }

    /** A placeholder that is the whole text may become a list or an object, and without quotes any JSON; else it is text. */
    private JsonNode apply(JsonNode textNode, PlacedJson.@Nullable Place place, String pointer, PlacedJson source) {
        String text = textNode.textValue();
        if (text.startsWith("${") && Placeholders.end(text, 0) == text.length()) {
            JsonNode value = values.get(name(text, 0, text.length()));
            if (value == null || value.isContainerNode()) {
                return value == null ? textNode : value;
            }
            if (bare && isBare(place, source)) {
                return value.isTextual() ? json(value) : value;
            }
            if (value.isNumber() || value.isBoolean()) {
                String relative = pointer.substring(
                        Math.min(pointer.length(), source.root().length()));
                diagnostics.add(TextSubstitutions.warning(text, value.asText(), source.locate(relative)));
            }
            return JsonNodeFactory.instance.textNode(value.asText());
        }
        String replaced = inText(text);
        return replaced.equals(text) ? textNode : JsonNodeFactory.instance.textNode(replaced);
    }

    /** Whether the placeholder is written without quotes, so that its value is no text but whatever JSON it makes. */
    private static boolean isBare(PlacedJson.@Nullable Place place, PlacedJson source) {
        return place != null && source.line(place.line()).startsWith("${", place.column() - 1);
    }

    private static JsonNode json(JsonNode text) {
        JsonFactory strict = new JsonFactory();
        try (JsonParser parser = strict.createParser(text.textValue())) {
            JsonNode value = new ObjectMapper().readTree(parser);
            return value == null || parser.nextToken() != null ? text : value;
        } catch (IOException isText) {
            return text;
        }
    }

    private String inText(String text) {
        int start = text.indexOf("${");
        if (start < 0) {
            return text;
        }
        StringBuilder replaced = new StringBuilder();
        int done = 0;
        while (start >= 0) {
            int end = Placeholders.end(text, start);
            JsonNode value = values.get(name(text, start, end));
            replaced.append(text, done, start);
            String inserted = value == null ? "" : value.isValueNode() ? value.asText() : value.toString();
            if (value == null || growth + inserted.length() > MAX_GROWTH) {
                replaced.append(text, start, end);
            } else {
                growth += inserted.length();
                replaced.append(inserted);
            }
            done = end;
            start = text.indexOf("${", end);
        }
        return replaced.append(text.substring(done)).toString();
    }

    private static String name(String text, int start, int end) {
        return text.substring(start + 2, Math.max(start + 2, end - 1)).trim();
    }
}
