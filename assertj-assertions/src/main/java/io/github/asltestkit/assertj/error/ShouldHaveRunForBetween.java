package io.github.asltestkit.assertj.error;

import io.github.asltestkit.internal.message.Times;
import java.time.Duration;

/** The execution ran longer or shorter than within bounds. */
public final class ShouldHaveRunForBetween {
    private ShouldHaveRunForBetween() {}

    public static Message of(Evidence evidence, Duration least, Duration most) {
        String expected = Durations.between(least, most);
        Message.Builder message = Message.verdict(
                        evidence.sentenceSubject() + " did not run within the expected virtual time.")
                .line("expected", expected)
                .line("but was", Times.text(evidence.elapsed()));
        return Why.ofStatus(evidence).addTo(message).build(expected, evidence.elapsed());
    }
}
