package io.github.asltestkit.assertj.error;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.internal.model.JsonBorder;

/** A JSON value is another one than expected. */
public final class ShouldEqualJson {
    private ShouldEqualJson() {}

    public static Message of(
            JsonPlace place, String what, JsonComparison comparison, JsonNode expected, JsonNode actual) {
        String pointer = String.valueOf(comparison.difference(expected, actual));
        String where = pointer.isEmpty() ? "" : ", first at " + pointer;
        Message.Builder message =
                Message.verdict(place.sentence() + (place.isPlural() ? " are not " : " is not ") + what + where + ".");
        if (!pointer.isEmpty()) {
            difference(message, comparison, expected, actual, JsonPointer.compile(pointer));
            message.block().line("expected JSON", expected.toString()).line("actual JSON", actual.toString());
        } else {
            values(message, expected, actual);
        }
        if (!comparison.ignored().isEmpty()) {
            message.fact("ignored", String.join(", ", comparison.ignored()));
        }
        return place.why().addTo(message).build(expected.toPrettyString(), actual.toPrettyString());
    }

    private static void difference(
            Message.Builder message, JsonComparison comparison, JsonNode expected, JsonNode actual, JsonPointer at) {
        JsonNode array = expected.at(at.head());
        if (!comparison.anyOrder() || !array.isArray()) {
            values(message, expected.at(at), actual.at(at));
        } else if (array.has(at.last().getMatchingIndex())) {
            message.line("expected", "an element " + array.get(at.last().getMatchingIndex()))
                    .line("but was", "no element left that equals it");
        } else {
            message.line("expected", array.size() + " elements")
                    .line("but was", actual.at(at.head()).size() + " elements");
        }
    }

    /** Two values; of two scalars that are not of one sort, both sorts too: they often look the same. */
    private static void values(Message.Builder message, JsonNode expected, JsonNode actual) {
        boolean sorts = expected.isValueNode()
                && actual.isValueNode()
                && !expected.getNodeType().equals(actual.getNodeType());
        message.line("expected", shown(expected) + (sorts ? ", " + JsonBorder.sort(expected) : ""))
                .line("but was", shown(actual) + (sorts ? ", " + JsonBorder.sort(actual) : ""));
        if (sorts && actual.isTextual() && actual.textValue().equals(expected.asText())) {
            message.fact("note", "text that is JSON is read as JSON: to expect the string, write " + javaText(actual));
        }
    }

    /** A string as JSON in a literal of Java. */
    private static String javaText(JsonNode string) {
        return "\"" + string.toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String shown(JsonNode node) {
        return node.isMissingNode() ? "(nothing)" : node.toString();
    }
}
