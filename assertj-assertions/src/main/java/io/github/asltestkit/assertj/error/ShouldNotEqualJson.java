package io.github.asltestkit.assertj.error;

import com.fasterxml.jackson.databind.JsonNode;

/** A JSON value is the one that it was expected not to be. */
public final class ShouldNotEqualJson {
    private ShouldNotEqualJson() {}

    public static Message of(JsonPlace place, JsonNode actual) {
        Message.Builder message = Message.verdict(
                        place.sentence() + " was expected to be different JSON, but it is this.")
                .line("but was", actual.toString());
        return place.why().addTo(message).build("another JSON", actual.toPrettyString());
    }
}
