package io.github.asltestkit.assertj;

import io.github.asltestkit.inspection.Attempt;
import io.github.asltestkit.inspection.StateVisit;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A state was expected to time out, or to miss a heartbeat. */
final class ShouldTimeOut {
    private ShouldTimeOut() {}

    static Message timeout(Told told, StateVisit visit) {
        return of(told, visit, "Expected " + visit.path() + " to time out, but " + outcome(visit) + ".", "timed out");
    }

    static Message heartbeat(Told told, StateVisit visit) {
        String was = visit.timedOut() ? "its TimeoutSeconds passed first" : outcome(visit);
        return of(
                told,
                visit,
                "Expected " + visit.path() + " to miss a heartbeat, but " + was + ".",
                "heartbeat deadline passed");
    }

    private static Message of(Told told, StateVisit visit, String verdict, String expected) {
        Attempt last = visit.attempts().isEmpty()
                ? null
                : visit.attempts().get(visit.attempts().size() - 1);
        String actual = actual(told, last);
        Message.Builder message =
                Message.verdict(verdict).line("expected", expected).line("but was", actual);
        if (last != null) {
            message.block();
            deadline(message, "HeartbeatSeconds", last.heartbeatSeconds(), told, last);
            deadline(message, "TimeoutSeconds", last.timeoutSeconds(), told, last);
        }
        return new Why(null, told.place(visit, "")).addTo(message).build(expected, actual);
    }

    private static void deadline(
            Message.Builder message, String name, @Nullable Long seconds, Told told, Attempt attempt) {
        Instant started = attempt.startedAt();
        String set = started == null ? "" : "   set " + told.since(started);
        message.line(name, seconds == null ? "not declared" : seconds + set);
    }

    private static String actual(Told told, @Nullable Attempt last) {
        if (last == null) {
            return "no attempt was made";
        }
        Instant end = last.endedAt();
        return "attempt " + last.number() + " " + last.outcome() + (end == null ? "" : " at " + told.since(end))
                + (last.error() == null ? "" : " with " + last.error());
    }

    private static String outcome(StateVisit visit) {
        Attempt last = visit.attempts().isEmpty()
                ? null
                : visit.attempts().get(visit.attempts().size() - 1);
        if (last == null) {
            return "it made no attempt";
        }
        return switch (last.outcome()) {
            case SUCCEEDED -> "the task was completed first";
            case RUNNING -> "the task is still under way";
            case TIMED_OUT -> "it timed out";
            case ABORTED -> "the task was aborted";
            default -> "the task failed first";
        };
    }
}
