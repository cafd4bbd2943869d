package io.github.asltestkit.assertj.error;

import io.github.asltestkit.inspection.Attempt;
import io.github.asltestkit.inspection.StateVisit;
import io.github.asltestkit.internal.message.Times;
import java.time.Duration;

/** A state waited otherwise after an attempt than expected, or did not try again. */
public final class ShouldWaitBeforeRetry {
    private ShouldWaitBeforeRetry() {}

    public static Message of(Evidence evidence, Attempt attempt, Duration expected) {
        StateVisit visit = attempt.visit();
        Duration actual = Attempts.waitAfter(attempt);
        Message.Builder message = Message.verdict(
                        visit.path() + " did not wait as expected after attempt " + attempt.number() + ".")
                .line("expected wait", Times.text(expected))
                .line("actual wait", actual == null ? "no attempt followed" : Times.text(actual))
                .block();
        Attempts.list(message, evidence, visit);
        return Why.ofError(evidence, visit).addTo(message).build(expected, actual);
    }
}
