package io.github.asltestkit.assertj;

import java.time.Duration;

/** The execution ran longer or shorter than expected. */
final class ShouldHaveRunFor {
    private ShouldHaveRunFor() {}

    static Message of(Told told, Duration expected) {
        Message.Builder message = Lasting.verdict(told.sentenceSubject() + " ran", expected, told.elapsed());
        return Why.ofStatus(told).addTo(message).build(expected, told.elapsed());
    }
}
