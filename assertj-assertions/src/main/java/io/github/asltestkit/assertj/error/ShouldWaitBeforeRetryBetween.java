package io.github.asltestkit.assertj.error;

import io.github.asltestkit.inspection.Attempt;
import io.github.asltestkit.inspection.StateVisit;
import io.github.asltestkit.internal.message.Times;
import java.time.Duration;

/** A state waited outside of bounds after an attempt, or did not try again. */
public final class ShouldWaitBeforeRetryBetween {
    private ShouldWaitBeforeRetryBetween() {}

    public static Message of(Evidence evidence, Attempt attempt, Duration least, Duration most) {
        StateVisit visit = attempt.visit();
        Duration actual = Attempts.waitAfter(attempt);
        String expected = Durations.between(least, most);
        Message.Builder message = Message.verdict(
                        visit.path() + " did not wait within the bounds after attempt " + attempt.number() + ".")
                .line("expected wait", expected)
                .line("actual wait", actual == null ? "no attempt followed" : Times.text(actual))
                .block();
        Attempts.list(message, evidence, visit);
        return Why.ofError(evidence, visit).addTo(message).build(expected, actual);
    }
}
