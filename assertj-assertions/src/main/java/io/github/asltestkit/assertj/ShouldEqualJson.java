package io.github.asltestkit.assertj;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;

/** A JSON value is another one than expected. */
final class ShouldEqualJson {
    private ShouldEqualJson() {}

    static Message of(JsonPlace place, String what, JsonComparison comparison, JsonNode expected, JsonNode actual) {
        String pointer = String.valueOf(comparison.difference(expected, actual));
        String where = pointer.isEmpty() ? "" : ", first at " + pointer;
        Message.Builder message =
                Message.verdict(place.sentence() + (place.isPlural() ? " are not " : " is not ") + what + where + ".");
        if (!pointer.isEmpty()) {
            difference(message, comparison, expected, actual, JsonPointer.compile(pointer));
            message.block().line("expected JSON", expected.toString()).line("actual JSON", actual.toString());
        } else {
            message.line("expected", expected.toString()).line("but was", actual.toString());
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
            message.line("expected", shown(expected.at(at))).line("but was", shown(actual.at(at)));
        } else if (array.has(at.last().getMatchingIndex())) {
            message.line("expected", "an element " + array.get(at.last().getMatchingIndex()))
                    .line("but was", "no element left that equals it");
        } else {
            message.line("expected", array.size() + " elements")
                    .line("but was", actual.at(at.head()).size() + " elements");
        }
    }

    private static String shown(JsonNode node) {
        return node.isMissingNode() ? "(nothing)" : node.toString();
    }
}
