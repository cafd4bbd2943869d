package io.github.asltestkit.assertj.error;

import io.github.asltestkit.inspection.Attempt;
import io.github.asltestkit.inspection.Awaited;
import io.github.asltestkit.inspection.StateVisit;
import org.jspecify.annotations.Nullable;

/** A state was expected to time out in the fault of somebody. */
public final class ShouldTimeOutAwaiting {
    private ShouldTimeOutAwaiting() {}

    /** Whom the last attempt of a state waited for; null where there was none. */
    public static @Nullable Awaited awaited(StateVisit visit) {
        Attempt last = Timeouts.last(visit);
        return last == null ? null : last.awaited();
    }

    public static Message of(Evidence evidence, StateVisit visit, Awaited expected) {
        return of(evidence, visit, Timeouts.last(visit), expected);
    }

    public static Message of(Evidence evidence, Attempt attempt, Awaited expected) {
        return of(evidence, attempt.visit(), attempt, expected);
    }

    private static Message of(Evidence evidence, StateVisit visit, @Nullable Attempt attempt, Awaited expected) {
        Awaited awaited = attempt == null ? null : attempt.awaited();
        boolean timedOut = attempt != null && attempt.timedOut();
        String verdict = "Expected " + visit.path() + " to time out waiting for " + text(expected) + ", but "
                + (timedOut ? "it waited for " + text(awaited) : Timeouts.outcome(attempt)) + ".";
        String actual = Timeouts.actual(evidence, attempt) + (awaited == null ? "" : ", waiting for " + awaited);
        return Timeouts.message(
                evidence,
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
            case WORKER_TO_TAKE_IT -> "a worker to take the task";
            case WORKER_TO_REPORT -> "the worker that took the task";
            case RESPONSE -> "the response to its call";
            case JOB -> "the end of its job";
            case TASK_TOKEN -> "the return of its task token";
        };
    }
}
