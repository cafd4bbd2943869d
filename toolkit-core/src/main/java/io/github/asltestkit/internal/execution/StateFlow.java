package io.github.asltestkit.internal.execution;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.internal.program.Flow.Completion;
import io.github.asltestkit.internal.program.Step;
import io.github.asltestkit.internal.schedule.Timer;
import org.jspecify.annotations.Nullable;

/** The port through which a state, and what runs for it, says how the execution goes on. */
interface StateFlow {

    // ---- for a state ---------------------------------------------------------------------------------------------

    /** The state is done: it hands on its output, assigns its variables, and the frame moves on or ends. */
    void succeed(Visit visit, Completion completion, @Nullable String next);

    /** The state failed: a Retrier acts again later, a Catcher leads elsewhere, or the frame fails. */
    void fail(Visit visit, Failure failure);

    /**
     * Goes on with a visit after a time, in a step of its own.
     *
     * @param reason what is waited for, as a user reads it
     */
    Timer after(Visit visit, long delayMillis, Timer.Reason reason, Runnable part);

    /** Goes on with a visit when something it waited for has happened: in a step of its own. */
    void resume(Visit visit, Runnable part);

    /** Runs a part of a state's action; what goes wrong in it fails the state as it does at AWS. */
    void guarded(Visit visit, Runnable part);

    /**
     * What a state hands to its task, its branches or its items, if it may be nested that deeply.
     *
     * @throws ExecutionEndedException if it is nested too deeply: the state has failed
     */
    JsonNode checkDepth(Visit visit, JsonNode value);

    // ---- for the frames below a state ----------------------------------------------------------------------------

    /** A state ends the frames below it that still run. */
    void endsBelow(Visit visit);

    /** The state is entered when its frame's turn comes. */
    void enterLater(Frame frame, Step step, JsonNode input);

    /** A frame goes on: in the state it stopped in, or with the one it was about to enter. */
    void redrive(Frame frame, long previousEventId);
}
