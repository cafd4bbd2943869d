package io.github.asltestkit.assertj;

/** There is no JSON value where one was expected. */
final class ShouldHaveJson {
    private ShouldHaveJson() {}

    static Message of(JsonPlace place, String what) {
        Message.Builder message = Message.verdict(place.sentence() + " is not there: " + what + ".");
        return place.why().addTo(message).build("a value", null);
    }
}
