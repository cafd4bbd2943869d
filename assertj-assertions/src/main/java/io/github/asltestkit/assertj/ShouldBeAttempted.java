package io.github.asltestkit.assertj;

import io.github.asltestkit.inspection.Attempt;
import io.github.asltestkit.inspection.StateVisit;
import io.github.asltestkit.internal.message.Times;
import java.time.Duration;
import java.util.List;
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
        return Why.ofError(told, visit).addTo(message).build(expected, actual);
    }

    /** How long the state waited after an attempt; null where none followed. */
    static @Nullable Duration waitAfter(Attempt attempt) {
        List<Attempt> all = attempt.visit().attempts();
        return all.size() > attempt.number() ? all.get(attempt.number()).waitedBefore() : null;
    }

    static Message waited(Told told, Attempt attempt, Duration expected) {
        StateVisit visit = attempt.visit();
        Duration actual = waitAfter(attempt);
        Message.Builder message = Message.verdict(
                        visit.path() + " did not wait as expected after attempt " + attempt.number() + ".")
                .line("expected wait", Times.text(expected))
                .line("actual wait", actual == null ? "no attempt followed" : Times.text(actual))
                .block();
        attempts(message, told, visit);
        return Why.ofError(told, visit).addTo(message).build(expected, actual);
    }

    static Message noSuchAttempt(Told told, StateVisit visit, int index) {
        Message.Builder message =
                Message.verdict(visit.path() + " has no attempt at index " + index + " (0 is the first try).");
        attempts(message, told, visit);
        return Why.ofError(told, visit)
                .addTo(message)
                .build(index + 1, visit.attempts().size());
    }

    static Message endedOtherwise(Told told, Attempt attempt, String expected, @Nullable String actual) {
        StateVisit visit = attempt.visit();
        Message.Builder message = Message.verdict(
                        "Attempt " + attempt.number() + " of " + visit.path() + " did not end as expected.")
                .line("expected", expected)
                .line("but was", String.valueOf(actual))
                .block();
        attempts(message, told, visit);
        return Why.ofError(told, visit).addTo(message).build(expected, actual);
    }

    static void attempts(Message.Builder message, Told told, StateVisit visit) {
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
