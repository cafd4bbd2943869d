package io.github.asltestkit.assertj.error;

import com.fasterxml.jackson.databind.JsonNode;

/** A JSON value has something at a place where nothing was expected. */
public final class ShouldHaveNoJsonNode {
    private ShouldHaveNoJsonNode() {}

    public static Message of(JsonPlace place, String path, JsonNode actual) {
        Message.Builder message = Message.verdict(
                        place.sentence() + " has a value at " + path + ", but none was expected.")
                .line("but was", actual.toString());
        return place.why().addTo(message).build("nothing", actual.toPrettyString());
    }
}
