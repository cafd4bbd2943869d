package io.github.asltestkit.integration;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the world does with a call: steps at times after the call was scheduled, on the virtual clock. Where the steps do
 * not end the task, it waits: for a token, for {@code TaskCompletion} by hand, for a timeout, or for ever.
 *
 * @param steps in the order of their times
 */
public record TaskReaction(List<Step> steps) {

    public TaskReaction {
        steps = List.copyOf(steps);
    }

    /** One thing that happens to a task. */
    public sealed interface Step {
        /** How long after the call was scheduled; never negative. */
        Duration after();

        /**
         * The service accepted the request: the job is submitted, the callback's message is sent. Task tokens and
         * {@code .sync} jobs go on from here.
         */
        record Submitted(Duration after, JsonNode output) implements Step {}

        /** The task completes. */
        record Succeeded(Duration after, JsonNode output) implements Step {}

        /** The call, or the job, fails. */
        record Failed(
                Duration after,
                @Nullable String error,
                @Nullable String cause) implements Step {}

        /** A worker takes the task of an Activity (GetActivityTask). */
        record Started(Duration after, @Nullable String workerName) implements Step {}

        /** The worker sends SendTaskHeartbeat. */
        record Heartbeat(Duration after) implements Step {}

        /** The service or function runs into its own time limit, as a Lambda function's timeout does. */
        record TimedOut(
                Duration after,
                @Nullable String error,
                @Nullable String cause) implements Step {}

        /** The task could not be started ({@code TaskStartFailed}, {@code LambdaFunctionStartFailed}). */
        record StartFailed(
                Duration after,
                @Nullable String error,
                @Nullable String cause) implements Step {}

        /** The request was refused ({@code TaskSubmitFailed}). */
        record SubmitFailed(
                Duration after,
                @Nullable String error,
                @Nullable String cause) implements Step {}
    }

    /** Completes at once. */
    public static TaskReaction succeed(JsonNode output) {
        return new TaskReaction(List.of(new Step.Succeeded(Duration.ZERO, output)));
    }

    /** Fails at once. */
    public static TaskReaction fail(@Nullable String error, @Nullable String cause) {
        return new TaskReaction(List.of(new Step.Failed(Duration.ZERO, error, cause)));
    }

    /** Never answers. */
    public static TaskReaction silence() {
        return new TaskReaction(List.of());
    }
}
