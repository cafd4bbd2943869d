package io.github.asltestkit.assertj.error;

import java.time.Duration;

/** The execution ran longer or shorter than expected. */
public final class ShouldHaveRunFor {
    private ShouldHaveRunFor() {}

    public static Message of(Evidence evidence, Duration expected) {
        Message.Builder message = Durations.verdict(evidence.sentenceSubject() + " ran", expected, evidence.elapsed());
        return Why.ofStatus(evidence).addTo(message).build(expected, evidence.elapsed());
    }
}
