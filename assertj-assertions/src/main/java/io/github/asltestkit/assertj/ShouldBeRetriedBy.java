package io.github.asltestkit.assertj;

import io.github.asltestkit.inspection.Attempt;
import io.github.asltestkit.inspection.StateVisit;
import org.jspecify.annotations.Nullable;

/** Another Retrier made a state try again than expected, or none did. */
final class ShouldBeRetriedBy {
    private ShouldBeRetriedBy() {}

    static Message of(Told told, Attempt attempt, int expected) {
        StateVisit visit = attempt.visit();
        Message.Builder message = Message.verdict("Attempt " + attempt.number() + " of " + visit.path()
                        + " was expected to be retried by Retry[" + expected + "], but it was not.")
                .line("expected", "by Retry[" + expected + "]")
                .line("but was", retried(told, attempt))
                .block();
        Attempts.list(message, told, visit);
        return Why.ofError(told, visit).addTo(message).build("Retry[" + expected + "]", retried(told, attempt));
    }

    private static String retried(Told told, Attempt attempt) {
        @Nullable Integer index = attempt.retriedBy();
        if (index != null) {
            return "by Retry[" + index + "]";
        }
        return attempt.number() < attempt.visit().attempts().size()
                ? "tried again" + (told.inspection().notes().areKnown() ? " by a redrive" : told.unnamedHandler())
                : "not tried again: " + attempt.outcome();
    }
}
