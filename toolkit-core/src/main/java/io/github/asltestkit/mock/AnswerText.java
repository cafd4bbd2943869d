package io.github.asltestkit.mock;

import io.github.asltestkit.integration.TaskReaction;
import io.github.asltestkit.integration.TaskReaction.Step;
import io.github.asltestkit.internal.message.Times;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to happen to a call, in words. */
final class AnswerText {
    private AnswerText() {}

    static String of(TaskReaction reaction) {
        List<String> parts = new ArrayList<>();
        long heartbeats = 0;
        for (Step step : reaction.steps()) {
            if (step instanceof Step.Heartbeat) {
                heartbeats++;
            } else {
                parts.add(of(step));
            }
        }
        if (heartbeats > 0) {
            parts.add(heartbeats + (heartbeats == 1 ? " heartbeat" : " heartbeats"));
        }
        return parts.isEmpty() ? "is never answered" : String.join(", ", parts);
    }

    private static String of(Step step) {
        String after = step.after().isZero() ? "" : " after " + Times.text(step.after());
        if (step instanceof Step.Submitted submitted) {
            return "is accepted" + after + (submitted.output().isEmpty() ? "" : ": " + submitted.output());
        }
        if (step instanceof Step.Succeeded succeeded) {
            return "succeeds" + after + ": " + succeeded.output();
        }
        if (step instanceof Step.Failed failed) {
            return "fails" + after + error(failed.error(), failed.cause());
        }
        if (step instanceof Step.TimedOut timedOut) {
            return "times out" + after + error(timedOut.error(), timedOut.cause());
        }
        if (step instanceof Step.StartFailed failed) {
            return "cannot be started" + error(failed.error(), failed.cause());
        }
        if (step instanceof Step.SubmitFailed failed) {
            return "is refused" + after + error(failed.error(), failed.cause());
        }
        return "is taken by a worker" + after;
    }

    private static String error(@Nullable String error, @Nullable String cause) {
        return (error == null ? "" : ": " + error) + (cause == null || cause.isEmpty() ? "" : ": " + cause);
    }
}
