package io.github.asltestkit.assertj.error;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.util.Locale;

/** A JSON value is of another type than expected. */
public final class ShouldHaveJsonType {
    private ShouldHaveJsonType() {}

    public static Message of(JsonPlace place, JsonNodeType expected, JsonNode actual) {
        Message.Builder message = Message.verdict(place.sentence() + " does not have the expected JSON type.")
                .line("expected", expected.name().toLowerCase(Locale.ROOT))
                .line("but was", actual.getNodeType().name().toLowerCase(Locale.ROOT) + ": " + actual);
        return place.why().addTo(message).build(expected, actual.getNodeType());
    }
}
