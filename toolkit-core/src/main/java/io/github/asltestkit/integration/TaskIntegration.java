package io.github.asltestkit.integration;

/** The port: everything outside the state machine. The engine calls it on its one thread. */
public interface TaskIntegration {

    /**
     * A Task state calls.
     *
     * @throws UnmockedCallException where nobody said what happens; stops the execution and fails the test
     */
    TaskReaction call(TaskCall call);

    /**
     * Whether somebody said what happens to this call. Where nobody did, a call that starts an execution of a machine
     * that the harness knows is done for real.
     */
    default boolean answers(TaskCall call) {
        return true;
    }

    /** The engine's best-effort attempt to cancel the job of an aborted {@code .sync} task. */
    CancelOutcome cancel(TaskCall call, AbortReason reason);

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
