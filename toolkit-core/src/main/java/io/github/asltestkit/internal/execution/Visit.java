package io.github.asltestkit.internal.execution;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.internal.program.Step;
import org.jspecify.annotations.Nullable;

/** One stay of a frame in a state, from entry to exit, with all its attempts. */
final class Visit {
    final Frame frame;
    final Step step;

    /** The state's raw input. */
    final JsonNode input;

    final long enteredMillis;

    /** What the StateEntered event followed. */
    final long previousEventId;

    /** The id of the StateEntered event. */
    final long enteredEventId;

    /** How often a Retrier has started the state's action again; 0 during the first attempt. */
    int retryCount;

    /** How often each Retrier has retried; null before the first retry. */
    long @Nullable [] retries;

    /** What the state waits for now; null while it does not wait. */
    @Nullable
    Activity activity;

    /** What a Parallel or Map state started below it in the attempt at hand; null elsewhere. */
    @Nullable
    Branches branches;

    /** The Map Run that a distributed Map state started in the attempt at hand; null elsewhere. */
    @Nullable
    MapRunActivity mapRun;

    /** The token of the attempt at hand, where it has one. */
    @Nullable
    String taskToken;

    /** The input after {@code InputPath}; the raw input until that is known. */
    JsonNode effectiveInput;

    Visit(Frame frame, Step step, JsonNode input, long enteredMillis, long previousEventId, long enteredEventId) {
        this.frame = frame;
        this.step = step;
        this.input = input;
        this.enteredMillis = enteredMillis;
        this.previousEventId = previousEventId;
        this.enteredEventId = enteredEventId;
        this.effectiveInput = input;
    }

    /** The attempt at hand; 1 is the first. */
    int attempt() {
        return retryCount + 1;
    }

    /** The state's place among nested states, such as {@code ForEachOrder[3]/Charge}. */
    String path() {
        return frame.pathPrefix + step.name();
    }
}
