package io.github.asltestkit.assertj;

import io.github.asltestkit.inspection.Attempt;
import io.github.asltestkit.inspection.StateVisit;
import io.github.asltestkit.internal.message.Times;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A state had another number of attempts than expected, or another wait between them. */
final class ShouldBeAttempted {
    private ShouldBeAttempted() {}

    static Message times(Told told, StateVisit visit, int expected) {
        int actual = visit.attempts().size();
        Message.Builder message = Message.verdict(visit.path() + " had another number of attempts than expected.")
                .line("expected attempts", String.valueOf(expected))
                .line("actual attempts", String.valueOf(actual))
                .block();
        attempts(message, told, visit);
        return why(told, visit).addTo(message).build(expected, actual);
    }

    static Message waited(Told told, StateVisit visit, Attempt attempt, Duration expected) {
        Attempt next =
                visit.attempts().size() > attempt.number() ? visit.attempts().get(attempt.number()) : null;
        Duration actual = next == null ? null : next.waitedBefore();
        Message.Builder message = Message.verdict(
                        visit.path() + " did not wait as expected after attempt " + attempt.number() + ".")
                .line("expected wait", Times.text(expected))
                .line("actual wait", actual == null ? "no attempt followed" : Times.text(actual))
                .block();
        attempts(message, told, visit);
        return why(told, visit).addTo(message).build(expected, actual);
    }

    static Message noSuchAttempt(Told told, StateVisit visit, int index) {
        Message.Builder message =
                Message.verdict(visit.path() + " has no attempt at index " + index + " (0 is the first try).");
        attempts(message, told, visit);
        return why(told, visit).addTo(message).build(index + 1, visit.attempts().size());
    }

    static Message endedOtherwise(
            Told told, StateVisit visit, Attempt attempt, String expected, @Nullable String actual) {
        Message.Builder message = Message.verdict(
                        "Attempt " + attempt.number() + " of " + visit.path() + " did not end as expected.")
                .line("expected", expected)
                .line("but was", String.valueOf(actual))
                .block();
        attempts(message, told, visit);
        return why(told, visit).addTo(message).build(expected, actual);
    }

    private static Why why(Told told, StateVisit visit) {
        return visit.error() == null ? new Why(null, told.place(visit, "")) : Why.ofFailure(told, visit);
    }

    private static void attempts(Message.Builder message, Told told, StateVisit visit) {
        for (Attempt attempt :
                visit.attempts().subList(0, Math.min(20, visit.attempts().size()))) {
            Duration waited = attempt.waitedBefore();
            message.line(
                    "attempt " + attempt.number(),
                    told.since(attempt.scheduledAt())
                            + (waited == null ? "" : ", waited " + Times.text(waited))
                            + ", " + attempt.outcome() + (attempt.error() == null ? "" : " " + attempt.error()));
        }
    }
}
