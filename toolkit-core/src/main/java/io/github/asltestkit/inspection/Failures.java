package io.github.asltestkit.inspection;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.history.HistoryEvent;
import org.jspecify.annotations.Nullable;

/** How a failure spreads: outwards from the state that failed, and back again to states whose error no event tells. */
final class Failures {
    private Failures() {}

    /** Everything between where a failure came from and the state that it has reached has failed with it. */
    static void failUpTo(Position from, Object reached, HistoryEvent event) {
        Branch branch = from.branch();
        StateVisit visit = from.visit();
        while (visit == null || !visit.equals(reached)) {
            if (visit != null && visit.isOpen()) {
                takeError(visit);
                close(visit, event, VisitOutcome.FAILED);
            }
            StateVisit parent = branch.parent();
            if (parent == null) {
                return;
            }
            branch.outcome = VisitOutcome.FAILED;
            Attempt attempt = parent.lastAttempt();
            if (attempt != null && attempt.outcome == VisitOutcome.RUNNING) {
                attempt.outcome = VisitOutcome.FAILED;
                attempt.ended = event;
                attempt.error = visit == null ? null : visit.error;
                attempt.cause = visit == null ? null : visit.cause;
            }
            visit = parent;
            branch = parent.branch();
        }
    }

    static void close(@Nullable StateVisit visit, HistoryEvent event, VisitOutcome outcome) {
        if (visit != null && visit.isOpen()) {
            visit.ended = event;
            visit.outcome = outcome;
            Attempt attempt = visit.lastAttempt();
            if (attempt != null && attempt.outcome == VisitOutcome.RUNNING) {
                attempt.outcome = outcome;
                attempt.ended = event;
            }
        }
    }

    static void takeError(StateVisit visit) {
        Attempt last = visit.lastAttempt();
        if (visit.error == null && last != null && isFailure(last.outcome)) {
            visit.error = last.error;
            visit.cause = last.cause;
        }
        if (visit.error == null && visit.state instanceof State.Fail fail) {
            visit.error = literal(fail.error());
            visit.cause = literal(fail.cause());
        }
    }

    private static @Nullable String literal(@Nullable String text) {
        return text == null || text.startsWith("{%") ? null : text;
    }

    static boolean isFailure(VisitOutcome outcome) {
        return outcome == VisitOutcome.FAILED || outcome == VisitOutcome.TIMED_OUT;
    }

    /** An error that only a Fail state knows, shows in the error output that the Catcher handed on. */
    static void errorOutput(StateVisit visit) {
        JsonNode output = visit.output();
        if (visit.error == null && output != null && output.path("Error").isTextual()) {
            visit.error = output.path("Error").textValue();
            visit.cause = output.path("Cause").textValue();
        }
    }

    /** The failed states at the end of failed lines failed with the execution's error, where nothing says otherwise. */
    static void blame(Branch branch, @Nullable String error, @Nullable String cause) {
        StateVisit visit = branch.last();
        if (visit == null || visit.outcome != VisitOutcome.FAILED) {
            return;
        }
        if (visit.error == null) {
            visit.error = error;
            visit.cause = cause;
        } else if (visit.cause == null && visit.error.equals(error) && visit.state instanceof State.Fail) {
            // Its error is a literal, its cause is not: only what came of it tells.
            visit.cause = cause;
        }
        Attempt attempt = visit.lastAttempt();
        if (attempt != null && attempt.outcome == VisitOutcome.FAILED && !attempt.branches.isEmpty()) {
            if (attempt.error == null) {
                attempt.error = error;
                attempt.cause = cause;
            }
            for (Branch below : attempt.branches) {
                if (below.outcome == VisitOutcome.FAILED) {
                    blame(below, error, cause);
                }
            }
        }
    }
}
