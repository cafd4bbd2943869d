package io.github.asltestkit.integration;

import org.jspecify.annotations.Nullable;

/** The port: everything outside the state machine. The engine calls it on its one thread. */
public interface TaskIntegration {

    /**
     * A Task state calls.
     *
     * @throws UnmockedCallException where nobody said what happens; stops the execution and fails the test
     */
    TaskReaction call(TaskCall call);

    /**
     * Whether somebody said what happens to this call. Where nobody did, a call to Step Functions itself is done for real,
     * if it is about a machine, an execution or a task token that the harness knows.
     */
    default boolean answers(TaskCall call) {
        return true;
    }

    /** The harness itself has answered a call to Step Functions: it was not asked here. */
    default void answered(TaskCall call, TaskReaction reaction) {}

    /**
     * A distributed Map state has started a Map Run.
     *
     * @param statePath the Map state's place among nested states, as in {@link TaskCall#statePath()}
     * @return what is known to come of it, as a recording knows; null where its child executions are to be run
     */
    default @Nullable MapRunOutcome mapRun(String statePath) {
        return null;
    }

    /**
     * The engine's best-effort attempt to cancel the job of an aborted {@code .sync} task. The execution that such a task
     * has started in the same harness is stopped where the outcome says that it is cancelled, and runs on where not.
     */
    CancelOutcome cancel(TaskCall call, AbortReason reason);

    /**
     * An execution has ended of which the engine keeps nothing but that it is counted: a child execution of a large Map Run.
     * What was noted of its calls may go.
     */
    default void forget(String executionArn) {}

    /** What became of an attempt to cancel. */
    record CancelOutcome(boolean cancelled, String detail) {}

    /** Why a task is aborted. */
    enum AbortReason {
        EXECUTION_STOPPED,
        BRANCH_FAILED,
        ITERATION_FAILED,
        TIMED_OUT
    }
}
