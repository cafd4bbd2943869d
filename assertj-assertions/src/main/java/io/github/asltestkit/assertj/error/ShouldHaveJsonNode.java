package io.github.asltestkit.assertj.error;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.internal.message.DidYouMean;
import java.util.ArrayList;
import java.util.List;

/** A JSON value has nothing at a place. */
public final class ShouldHaveJsonNode {
    private ShouldHaveJsonNode() {}

    public static Message of(JsonPlace place, String path, JsonNode within) {
        List<String> names = new ArrayList<>();
        within.fieldNames().forEachRemaining(names::add);
        Message.Builder message = Message.verdict(place.sentence() + " has nothing at " + path + ".")
                .line("actual JSON", within.toString());
        String last = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('.')) + 1);
        message.fact("hint", DidYouMean.hint(last, names));
        return place.why().addTo(message).build(path, within.toPrettyString());
    }
}
