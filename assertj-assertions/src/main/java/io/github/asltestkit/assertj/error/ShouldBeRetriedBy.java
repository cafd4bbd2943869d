package io.github.asltestkit.assertj.error;

import io.github.asltestkit.inspection.Attempt;
import io.github.asltestkit.inspection.StateVisit;
import org.jspecify.annotations.Nullable;

/** Another Retrier made a state try again than expected, or none did. */
public final class ShouldBeRetriedBy {
    private ShouldBeRetriedBy() {}

    public static Message of(Evidence evidence, Attempt attempt, int expected) {
        StateVisit visit = attempt.visit();
        Message.Builder message = Message.verdict("Attempt " + attempt.number() + " of " + visit.path()
                        + " was expected to be retried by Retry[" + expected + "], but it was not.")
                .line("expected", "by Retry[" + expected + "]")
                .fact("but was", retried(evidence, attempt))
                .block();
        Attempts.list(message, evidence, visit);
        return Why.ofError(evidence, visit).addTo(message).build("Retry[" + expected + "]", retried(evidence, attempt));
    }

    private static String retried(Evidence evidence, Attempt attempt) {
        @Nullable Integer index = attempt.retriedBy();
        if (index != null) {
            return "by Retry[" + index + "]";
        }
        return attempt.number() < attempt.visit().attempts().size()
                ? "tried again"
                        + (evidence.inspection().notes().areKnown() ? " by a redrive" : evidence.unnamedHandler())
                : "not tried again: " + attempt.outcome();
    }
}
