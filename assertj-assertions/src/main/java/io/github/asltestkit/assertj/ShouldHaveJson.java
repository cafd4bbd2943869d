package io.github.asltestkit.assertj;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.internal.message.DidYouMean;
import java.util.ArrayList;
import java.util.List;

/** A JSON value is another one than expected, or is not there. */
final class ShouldHaveJson {
    private ShouldHaveJson() {}

    static Message equal(JsonPlace place, JsonNode expected, JsonNode actual, String pointer) {
        String where = pointer.isEmpty() ? "" : ", first at " + pointer;
        Message.Builder message = Message.verdict(place.sentence() + " is not the JSON expected" + where + ".");
        if (!pointer.isEmpty()) {
            message.line("expected", shown(expected.at(pointer)))
                    .line("but was", shown(actual.at(pointer)))
                    .block();
            message.line("expected JSON", expected.toString()).line("actual JSON", actual.toString());
        } else {
            message.line("expected", expected.toString()).line("but was", actual.toString());
        }
        return place.why().addTo(message).build(expected.toPrettyString(), actual.toPrettyString());
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
