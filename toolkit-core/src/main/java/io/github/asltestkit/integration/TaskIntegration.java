package io.github.asltestkit.integration;

import static org.apiguardian.api.API.Status.MAINTAINED;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The port: everything outside the state machine. The engine calls it on the thread that drives the harness, one call at a
 * time. What an answer does with the same harness is done after it. An exception that a method throws is no error of the
 * state machine: it ends all executions of the harness, and goes to whoever moved them on.
 */
@API(status = MAINTAINED, since = "0.1")
public interface TaskIntegration {

    /**
     * A Task state calls.
     *
     * @return what happens to the call, and when
     * @throws UnmockedCallException where nobody said what happens; stops the execution and fails the test
     */
    TaskReaction call(TaskCall call);

    /**
     * Whether a mock or route handles this call. If none does, a call to Step Functions itself is done for real, provided that
     * the harness knows the machine, the execution or the task token that it is about.
     */
    default boolean answers(TaskCall call) {
        return true;
    }

    /** The harness itself has answered a call to Step Functions: {@link #call} was not asked. */
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
     *
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html">Run a Job</a>
     */
    CancelOutcome cancel(TaskCall call, AbortReason reason);

    /**
     * An execution has ended of which the engine keeps nothing but that it is counted: a child execution of a large Map Run.
     * What was noted of its calls may go.
     */
    default void forget(String executionArn) {}

    /**
     * What became of an attempt to cancel.
     *
     * @param cancelled whether the job was cancelled
     * @param detail why it was not; empty where it was
     */
    record CancelOutcome(boolean cancelled, String detail) {}

    /** Why a task is aborted. */
    enum AbortReason {
        /** The execution was stopped, or its history is full. */
        EXECUTION_STOPPED,
        /** Another branch of the Parallel state failed, and no Catcher within it led on. */
        BRANCH_FAILED,
        /** Another iteration of the Map state failed, and no Catcher within it led on. */
        ITERATION_FAILED,
        /** The time of the task or of the execution ran out, or a heartbeat was missed. */
        TIMED_OUT
    }
}
