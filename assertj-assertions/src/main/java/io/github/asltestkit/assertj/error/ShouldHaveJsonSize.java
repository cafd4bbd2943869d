package io.github.asltestkit.assertj.error;

import com.fasterxml.jackson.databind.JsonNode;

/** A JSON array or object has another size than expected, or is none. */
public final class ShouldHaveJsonSize {
    private ShouldHaveJsonSize() {}

    public static Message of(JsonPlace place, int expected, JsonNode actual) {
        Message.Builder message = Message.verdict(place.sentence() + " does not have the expected size.")
                .line("expected size", String.valueOf(expected))
                .line("actual size", actual.isContainerNode() ? String.valueOf(actual.size()) : "no array or object")
                .line("actual JSON", actual.toString());
        return place.why().addTo(message).build(expected, actual.size());
    }
}
