package io.github.asltestkit.assertj;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import io.github.asltestkit.internal.message.DidYouMean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A JSON value is another one than expected, or is not there. */
final class ShouldHaveJson {
    private ShouldHaveJson() {}

    static Message equal(JsonPlace place, String what, JsonComparison comparison, JsonNode expected, JsonNode actual) {
        String pointer = String.valueOf(comparison.difference(expected, actual));
        String where = pointer.isEmpty() ? "" : ", first at " + pointer;
        Message.Builder message = Message.verdict(place.sentence() + " is not " + what + where + ".");
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

    static Message another(JsonPlace place, JsonNode actual) {
        Message.Builder message = Message.verdict(
                        place.sentence() + " was expected to be another JSON, but it is this.")
                .line("but was", actual.toString());
        return place.why().addTo(message).build("another JSON", actual.toPrettyString());
    }

    static Message type(JsonPlace place, JsonNodeType expected, JsonNode actual) {
        Message.Builder message = Message.verdict(place.sentence() + " is of another JSON type than expected.")
                .line("expected", expected.name().toLowerCase(Locale.ROOT))
                .line("but was", actual.getNodeType().name().toLowerCase(Locale.ROOT) + ": " + actual);
        return place.why().addTo(message).build(expected, actual.getNodeType());
    }

    static Message present(JsonPlace place, String what) {
        Message.Builder message = Message.verdict(place.sentence() + " is not there: " + what + ".");
        return place.why().addTo(message).build("a value", null);
    }

    static Message node(JsonPlace place, String path, JsonNode within) {
        List<String> names = new ArrayList<>();
        within.fieldNames().forEachRemaining(names::add);
        Message.Builder message = Message.verdict(place.sentence() + " has nothing at " + path + ".")
                .line("actual JSON", within.toString());
        String last = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('.')) + 1);
        message.fact("hint", DidYouMean.hint(last, names));
        return place.why().addTo(message).build(path, within.toPrettyString());
    }

    static Message absent(JsonPlace place, String path, JsonNode actual) {
        Message.Builder message = Message.verdict(
                        place.sentence() + " has a value at " + path + ", but none was expected.")
                .line("but was", actual.toString());
        return place.why().addTo(message).build("nothing", actual.toPrettyString());
    }

    private static String shown(JsonNode node) {
        return node.isMissingNode() ? "(nothing)" : node.toString();
    }
}
