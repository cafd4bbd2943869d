package io.github.asltestkit.assertj;

import io.github.asltestkit.inspection.Attempt;
import io.github.asltestkit.inspection.StateVisit;
import org.jspecify.annotations.Nullable;

/** Another Retrier or Catcher acted than expected, or none did. */
final class ShouldBeHandledBy {
    private ShouldBeHandledBy() {}

    static Message catcher(Told told, StateVisit visit, int expected) {
        Integer index = visit.catcherIndex();
        String actual = index != null
                ? "by Catch[" + index + "], then " + visit.next()
                : visit.caughtBy() != null
                        ? "caught, then " + visit.next() + unknown(told)
                        : "not caught: " + visit.outcome() + (visit.error() == null ? "" : " " + visit.error());
        Message.Builder message = Message.verdict(
                        visit.path() + " was expected to be caught by Catch[" + expected + "], but it was not.")
                .line("expected", "by Catch[" + expected + "]")
                .line("but was", actual);
        return Why.ofError(told, visit).addTo(message).build("Catch[" + expected + "]", actual);
    }

    static Message retrier(Told told, Attempt attempt, int expected) {
        StateVisit visit = attempt.visit();
        Message.Builder message = Message.verdict("Attempt " + attempt.number() + " of " + visit.path()
                        + " was expected to be retried by Retry[" + expected + "], but it was not.")
                .line("expected", "by Retry[" + expected + "]")
                .line("but was", retried(told, attempt))
                .block();
        ShouldBeAttempted.attempts(message, told, visit);
        return Why.ofError(told, visit).addTo(message).build("Retry[" + expected + "]", retried(told, attempt));
    }

    private static String retried(Told told, Attempt attempt) {
        @Nullable Integer index = attempt.retriedBy();
        if (index != null) {
            return "by Retry[" + index + "]";
        }
        return attempt.number() < attempt.visit().attempts().size()
                ? "tried again" + (told.inspection().notes().areKnown() ? " by a redrive" : unknown(told))
                : "not tried again: " + attempt.outcome();
    }

    /** No event of a history names the Retrier or the Catcher. */
    private static String unknown(Told told) {
        return told.inspection().definition() == null ? "; by which, needs the definition: ofDefinition(...)" : "";
    }
}
