package io.github.asltestkit.assertj;

import io.github.asltestkit.inspection.Attempt;
import io.github.asltestkit.inspection.Awaited;
import io.github.asltestkit.inspection.ExecutionNotes.Reporter;
import io.github.asltestkit.inspection.StateVisit;
import io.github.asltestkit.inspection.VisitOutcome;
import io.github.asltestkit.internal.message.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A state was expected to time out, or to miss a heartbeat, or to do so in somebody else's fault. */
final class ShouldTimeOut {
    private ShouldTimeOut() {}

    /** Whom the last attempt of a state waited for; null where there was none. */
    static @Nullable Awaited awaited(StateVisit visit) {
        Attempt last = last(visit);
        return last == null ? null : last.awaited();
    }

    private static @Nullable Attempt last(StateVisit visit) {
        List<Attempt> attempts = visit.attempts();
        return attempts.isEmpty() ? null : attempts.get(attempts.size() - 1);
    }

    static Message timeout(Told told, StateVisit visit) {
        Attempt last = last(visit);
        String verdict = "Expected " + visit.path() + " to time out, but " + outcome(last) + ".";
        return of(told, visit, last, verdict, "timed out", actual(told, last), "TimeoutSeconds");
    }

    static Message heartbeat(Told told, StateVisit visit) {
        Attempt last = last(visit);
        String was = visit.timedOut() ? "its TimeoutSeconds passed first" : outcome(last);
        String verdict = "Expected " + visit.path() + " to miss a heartbeat, but " + was + ".";
        return of(told, visit, last, verdict, "heartbeat deadline passed", actual(told, last), "HeartbeatSeconds");
    }

    static Message awaiting(Told told, StateVisit visit, Awaited expected) {
        return awaiting(told, visit, last(visit), expected);
    }

    static Message awaiting(Told told, Attempt attempt, Awaited expected) {
        return awaiting(told, attempt.visit(), attempt, expected);
    }

    private static Message awaiting(Told told, StateVisit visit, @Nullable Attempt attempt, Awaited expected) {
        Awaited awaited = attempt == null ? null : attempt.awaited();
        boolean timedOut = attempt != null && attempt.timedOut();
        String verdict = "Expected " + visit.path() + " to time out waiting for " + text(expected) + ", but "
                + (timedOut ? "it waited for " + text(awaited) : outcome(attempt)) + ".";
        String actual = actual(told, attempt) + (awaited == null ? "" : ", waiting for " + awaited);
        return of(
                told,
                visit,
                attempt,
                verdict,
                "timed out, waiting for " + expected,
                actual,
                timedOut ? "" : "TimeoutSeconds");
    }

    private static String text(@Nullable Awaited awaited) {
        if (awaited == null) {
            return "its branches";
        }
        return switch (awaited) {
            case A_WORKER -> "a worker to take the task";
            case THE_WORKER -> "the worker that took the task";
            case RESPONSE -> "the response to its call";
            case JOB -> "the end of its job";
            case TASK_TOKEN -> "the return of its task token";
        };
    }

    private static Message of(
            Told told,
            StateVisit visit,
            @Nullable Attempt attempt,
            String verdict,
            String expected,
            String actual,
            String marked) {
        Message.Builder message =
                Message.verdict(verdict).line("expected", expected).line("but was", actual);
        Reporter reporter = attempt == null ? null : attempt.reporter();
        if (reporter != null && reporter.place() != null) {
            message.line("", "-> at " + reporter.place());
        }
        if (attempt != null) {
            message.block().lines(deadlines(told, attempt, marked));
        }
        return new Why(null, told.place(visit, "")).addTo(message).build(expected, actual);
    }

    private static List<String> deadlines(Told told, Attempt attempt, String marked) {
        Deadlines deadlines = Deadlines.of(attempt);
        String[] heartbeat =
                row(told, "HeartbeatSeconds", attempt.heartbeatSeconds(), deadlines.set(), deadlines.heartbeatDue());
        String[] timeout =
                row(told, "TimeoutSeconds", attempt.timeoutSeconds(), deadlines.set(), deadlines.timeoutDue());
        heartbeat[2] += renewed(told, deadlines.heartbeats());
        if (attempt.heartbeatSeconds() != null && !Deadlines.countsHeartbeats(attempt)) {
            heartbeat[2] = "not counted, the call is over with its response";
        }
        List<String> lines = new ArrayList<>();
        lines.add("deadlines of " + attempt.visit().path() + ", attempt " + attempt.number() + ":");
        for (String[] row : List.of(heartbeat, timeout)) {
            Instant due = row[0].equals("HeartbeatSeconds") ? deadlines.heartbeatDue() : deadlines.timeoutDue();
            String missed = row[0].equals(marked) && due != null ? missed(told, attempt, due) : "";
            String mark = missed.isEmpty() ? "" : "   <<<<< " + missed;
            lines.add(("  " + padded(row[0], 16) + "   " + " ".repeat(numberWidth(heartbeat, timeout) - row[1].length())
                            + row[1] + "   "
                            + padded(row[2], Math.max(heartbeat[2].length(), timeout[2].length())) + "   " + row[3]
                            + mark)
                    .stripTrailing());
        }
        return lines;
    }

    private static int numberWidth(String[] one, String[] other) {
        return Math.max(one[1].length(), other[1].length());
    }

    private static String[] row(
            Told told, String name, @Nullable Long seconds, @Nullable Instant set, @Nullable Instant due) {
        return new String[] {
            name,
            seconds == null ? "-" : String.valueOf(seconds),
            seconds == null ? "not declared" : set == null ? "not set yet" : "set " + told.since(set),
            due == null ? "" : "due " + told.since(due)
        };
    }

    private static String renewed(Told told, List<Instant> heartbeats) {
        if (heartbeats.isEmpty()) {
            return "";
        }
        String last = told.since(heartbeats.get(heartbeats.size() - 1));
        return heartbeats.size() == 1 ? ", renewed " + last : ", renewed " + heartbeats.size() + " times, last " + last;
    }

    /** Why a deadline did not pass. */
    private static String missed(Told told, Attempt attempt, Instant due) {
        Instant start = told.inspection().startedAt();
        Instant end = attempt.endedAt();
        if (end == null) {
            return "still to come: it is +" + Times.text(told.elapsed());
        }
        Duration after = Duration.between(end, due);
        if (start == null || after.isNegative()) {
            return "";
        }
        return after.isZero()
                ? "at the same instant"
                : Times.text(after)
                        + (attempt.outcome() == VisitOutcome.SUCCEEDED ? " after completion" : " after its end");
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static String actual(Told told, @Nullable Attempt last) {
        if (last == null) {
            return "no attempt was made";
        }
        Instant end = last.endedAt();
        return "attempt " + last.number() + " " + last.outcome() + (end == null ? "" : " at " + told.since(end))
                + (last.error() == null ? "" : " with " + last.error())
                + (last.reporter() == null ? "" : ", by " + last.reporter().action());
    }

    private static String outcome(@Nullable Attempt last) {
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
