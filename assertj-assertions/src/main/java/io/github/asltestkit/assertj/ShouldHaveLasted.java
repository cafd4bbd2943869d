package io.github.asltestkit.assertj;

import io.github.asltestkit.inspection.StateVisit;
import io.github.asltestkit.internal.message.Times;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A stay in a state lasted longer or shorter than expected. */
final class ShouldHaveLasted {
    private ShouldHaveLasted() {}

    static Message of(Told told, StateVisit visit, Duration expected, @Nullable Duration actual) {
        if (actual == null) {
            return ShouldHaveEnded.of(told, visit, Times.text(expected), expected);
        }
        Message.Builder message = Lasting.verdict(visit.path() + " lasted", expected, actual)
                .fact("attempts", visit.attempts().isEmpty() ? null : Why.attempts(told, visit.attempts()));
        return new Why(null, told.place(visit, "")).addTo(message).build(expected, actual);
    }
}
