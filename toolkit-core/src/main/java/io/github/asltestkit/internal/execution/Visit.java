package io.github.asltestkit.internal.execution;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.internal.expression.EvaluationException;
import io.github.asltestkit.internal.program.Step;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One stay of a frame in a state, from entry to exit, with all its attempts. */
final class Visit {
    final Frame frame;
    final Step step;

    /** The state's raw input. */
    final JsonNode input;

    final long enteredMillis;

    /** Which of the frame's visits of the state this is; 1 is the first. */
    final int number;

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
    Redrivable below;

    /** The token of the attempt at hand, where it has one. */
    @Nullable
    String taskToken;

    private @Nullable RandomGenerator random;

    /** The input after {@code InputPath}; the raw input until that is known. */
    JsonNode effectiveInput;

    Visit(Frame frame, Step step, JsonNode input, long enteredMillis, long previousEventId, long enteredEventId) {
        this.frame = frame;
        this.step = step;
        this.input = input;
        this.enteredMillis = enteredMillis;
        this.number = frame.countVisit(step);
        this.previousEventId = previousEventId;
        this.enteredEventId = enteredEventId;
        this.effectiveInput = input;
    }

    /** The attempt at hand; 1 is the first. */
    int attempt() {
        return retryCount + 1;
    }

    /** Begins another attempt. */
    void retryAgain() {
        retryCount++;
        random = null;
    }

    /** Begins anew, since the execution is redriven: nothing was retried. */
    void redrive() {
        retries = null;
        retryCount = 0;
        random = null;
    }

    /** The random values of the attempt at hand: a function of the seed and of where it is. */
    RandomGenerator random() {
        RandomGenerator generator = random;
        if (generator == null) {
            generator = new LazyRandom(this);
            random = generator;
        }
        return generator;
    }

    /**
     * Where the attempt at hand is: the path, which visit and which attempt, of the state and of those around it. No other
     * attempt of the execution has the same, and a state added elsewhere does not change it.
     */
    String place() {
        int redrives = frame.run.redriveCount;
        return frame.place() + step.name() + " " + number + "." + attempt()
                + (redrives == 0 ? "" : " redrive " + redrives);
    }

    /** AWS's words for an expression of the state that failed. */
    String causeOf(EvaluationException failed) {
        return "An error occurred while executing the state '" + step.name() + "' (entered at the event id #"
                + enteredEventId + "). " + failed.detail();
    }

    /** The state's place among nested states, such as {@code ForEachOrder[3]/Charge}. */
    String path() {
        return frame.pathPrefix.isEmpty() ? step.name() : frame.pathPrefix + step.name();
    }
}
