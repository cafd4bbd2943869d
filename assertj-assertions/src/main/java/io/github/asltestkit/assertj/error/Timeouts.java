package io.github.asltestkit.assertj.error;

import io.github.asltestkit.history.ExecutionNotes.Reporter;
import io.github.asltestkit.inspection.Attempt;
import io.github.asltestkit.inspection.StateVisit;
import io.github.asltestkit.inspection.VisitOutcome;
import io.github.asltestkit.internal.message.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A verdict on the last attempt of a state, how it ended, and the deadlines that it had. */
public final class Timeouts {
    private Timeouts() {}

    /** The last attempt of a state; null where it made none. */
    static @Nullable Attempt last(StateVisit visit) {
        List<Attempt> attempts = visit.attempts();
        return attempts.isEmpty() ? null : attempts.get(attempts.size() - 1);
    }

    /** What was expected and what was there, and the deadlines, of which the one of a name is marked. */
    static Message message(
            Evidence evidence,
            StateVisit visit,
            @Nullable Attempt attempt,
            String verdict,
            String expected,
            String actual,
            String marked) {
        Message.Builder message =
                Message.verdict(verdict).line("expected", expected).fact("but was", actual);
        Reporter reporter = attempt == null ? null : attempt.reporter();
        if (reporter != null && reporter.place() != null) {
            message.fact("", "-> at " + reporter.place());
        }
        if (attempt != null) {
            message.block().lines(deadlines(evidence, attempt, marked));
        }
        return new Why(null, evidence.place(visit, "")).addTo(message).build(expected, actual);
    }

    private static List<String> deadlines(Evidence evidence, Attempt attempt, String marked) {
        Deadlines deadlines = Deadlines.of(attempt);
        String[] heartbeat = row(
                evidence, "HeartbeatSeconds", attempt.heartbeatSeconds(), deadlines.set(), deadlines.heartbeatDue());
        String[] timeout =
                row(evidence, "TimeoutSeconds", attempt.timeoutSeconds(), deadlines.set(), deadlines.timeoutDue());
        heartbeat[2] += renewed(evidence, deadlines.heartbeats());
        if (attempt.heartbeatSeconds() != null && !Deadlines.countsHeartbeats(attempt)) {
            heartbeat[2] = "not counted, the call is over with its response";
        }
        List<String> lines = new ArrayList<>();
        lines.add("deadlines of " + attempt.visit().path() + ", attempt " + attempt.number() + ":");
        for (String[] row : List.of(heartbeat, timeout)) {
            Instant due = row[0].equals("HeartbeatSeconds") ? deadlines.heartbeatDue() : deadlines.timeoutDue();
            String missed = row[0].equals(marked) && due != null ? missed(evidence, attempt, due) : "";
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
            Evidence evidence, String name, @Nullable Long seconds, @Nullable Instant set, @Nullable Instant due) {
        return new String[] {
            name,
            seconds == null ? "-" : String.valueOf(seconds),
            seconds == null ? "not declared" : set == null ? "not set yet" : "set " + evidence.since(set),
            due == null ? "" : "due " + evidence.since(due)
        };
    }

    private static String renewed(Evidence evidence, List<Instant> heartbeats) {
        if (heartbeats.isEmpty()) {
            return "";
        }
        String last = evidence.since(heartbeats.get(heartbeats.size() - 1));
        return heartbeats.size() == 1 ? ", renewed " + last : ", renewed " + heartbeats.size() + " times, last " + last;
    }

    /** Why a deadline did not pass. */
    private static String missed(Evidence evidence, Attempt attempt, Instant due) {
        Instant start = evidence.inspection().startedAt();
        Instant end = attempt.endedAt();
        if (end == null) {
            return "still to come: it is +" + Times.text(evidence.elapsed());
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

    /** How the attempt ended. */
    static String actual(Evidence evidence, @Nullable Attempt last) {
        if (last == null) {
            return "no attempt was made";
        }
        Instant end = last.endedAt();
        return "attempt " + last.number() + " " + last.outcome() + (end == null ? "" : " at " + evidence.since(end))
                + (last.error() == null ? "" : " with " + last.error())
                + (last.reporter() == null ? "" : ", by " + last.reporter().action());
    }

    /** How the attempt ended, for a sentence. */
    static String outcome(@Nullable Attempt last) {
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
