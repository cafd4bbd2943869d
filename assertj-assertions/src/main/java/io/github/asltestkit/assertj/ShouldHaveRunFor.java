package io.github.asltestkit.assertj;

import java.time.Duration;

/** The execution ran longer or shorter than expected. */
final class ShouldHaveRunFor {
    private ShouldHaveRunFor() {}

    static Message of(Evidence evidence, Duration expected) {
        Message.Builder message = Durations.verdict(evidence.sentenceSubject() + " ran", expected, evidence.elapsed());
        return Why.ofStatus(evidence).addTo(message).build(expected, evidence.elapsed());
    }
}
