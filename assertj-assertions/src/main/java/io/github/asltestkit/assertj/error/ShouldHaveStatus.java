package io.github.asltestkit.assertj.error;

import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.inspection.ExecutionInspection;
import io.github.asltestkit.internal.message.FoldedPath;

/** The execution has another status than expected. */
public final class ShouldHaveStatus {
    private ShouldHaveStatus() {}

    public static Message of(Evidence evidence, ExecutionStatus expected) {
        ExecutionInspection inspection = evidence.inspection();
        ExecutionStatus actual = inspection.status();
        Message.Builder message = Message.verdict(evidence.sentenceSubject() + " " + verdict(expected, actual))
                .line("expected", expected.name())
                .fact("but was", actual + with(inspection));
        if (!inspection.path().isEmpty()) {
            message.fact("path", FoldedPath.of(inspection.path()));
        }
        if (inspection.output() != null) {
            message.line("output", inspection.output().toString());
        }
        return Why.ofStatus(evidence).addTo(message).build(expected, actual);
    }

    static String with(ExecutionInspection inspection) {
        String error = inspection.error() == null ? "" : " with " + inspection.error();
        String cause = inspection.cause() == null ? "" : ", cause: " + inspection.cause();
        return error + cause;
    }

    private static String verdict(ExecutionStatus expected, ExecutionStatus actual) {
        String wanted = switch (expected) {
            case RUNNING -> "was expected to be still running";
            case SUCCEEDED -> "was expected to succeed";
            case FAILED -> "was expected to fail";
            case TIMED_OUT -> "was expected to time out";
            case ABORTED -> "was expected to be stopped";
        };
        String was = switch (actual) {
            case RUNNING -> "is still running";
            case SUCCEEDED -> "succeeded";
            case FAILED -> "failed";
            case TIMED_OUT -> "timed out";
            case ABORTED -> "was stopped";
        };
        return wanted + ", but it " + was + ".";
    }
}
