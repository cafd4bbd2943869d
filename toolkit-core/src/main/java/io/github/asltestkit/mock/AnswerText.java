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
            } else if (step instanceof Step.Heartbeats several) {
                heartbeats += several.times();
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
        return step.accept(new InWords(step.after().isZero() ? "" : " after " + Times.text(step.after())));
    }

    /** @param after when, for a sentence */
    private record InWords(String after) implements Step.Visitor<String> {
        @Override
        public String submitted(Step.Submitted step) {
            return "is accepted" + after + (step.output().isEmpty() ? "" : ": " + step.output());
        }

        @Override
        public String succeeded(Step.Succeeded step) {
            return "succeeds" + after + ": " + step.output();
        }

        @Override
        public String failed(Step.Failed step) {
            return "fails" + after + error(step.error(), step.cause());
        }

        @Override
        public String started(Step.Started step) {
            return "is taken by a worker" + after;
        }

        @Override
        public String heartbeat(Step.Heartbeat step) {
            return "sends a heartbeat" + after;
        }

        @Override
        public String heartbeats(Step.Heartbeats step) {
            return "sends heartbeats" + after;
        }

        @Override
        public String timedOut(Step.TimedOut step) {
            return "times out" + after + error(step.error(), step.cause());
        }

        @Override
        public String startFailed(Step.StartFailed step) {
            return "cannot be started" + error(step.error(), step.cause());
        }

        @Override
        public String submitFailed(Step.SubmitFailed step) {
            return "is refused" + after + error(step.error(), step.cause());
        }
    }

    private static String error(@Nullable String error, @Nullable String cause) {
        return (error == null ? "" : ": " + error) + (cause == null || cause.isEmpty() ? "" : ": " + cause);
    }
}
