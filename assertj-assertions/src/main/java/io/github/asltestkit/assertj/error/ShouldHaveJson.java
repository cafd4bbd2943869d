package io.github.asltestkit.assertj.error;

/** There is no JSON value where one was expected. */
public final class ShouldHaveJson {
    private ShouldHaveJson() {}

    public static Message of(JsonPlace place, String what) {
        Message.Builder message = Message.verdict(place.sentence() + " is not there: " + what + ".");
        return place.why().addTo(message).build("a value", null);
    }
}
