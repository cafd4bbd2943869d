package io.github.asltestkit.assertj.error;

import io.github.asltestkit.inspection.StateVisit;
import io.github.asltestkit.internal.message.Times;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A stay in a state lasted longer or shorter than expected. */
public final class ShouldHaveLasted {
    private ShouldHaveLasted() {}

    public static Message of(Evidence evidence, StateVisit visit, Duration expected, @Nullable Duration actual) {
        if (actual == null) {
            return ShouldHaveEnded.of(evidence, visit, Times.text(expected), expected);
        }
        Message.Builder message = Durations.verdict(visit.path() + " lasted", expected, actual)
                .fact("attempts", visit.attempts().isEmpty() ? null : Why.attempts(evidence, visit.attempts()));
        return new Why(null, evidence.place(visit, "")).addTo(message).build(expected, actual);
    }
}
