package io.github.asltestkit.internal.execution;

/** Unwinds the engine's stack when an execution ended in the middle of a step. */
final class ExecutionEndedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ExecutionEndedException() {
        super(null, null, false, false);
    }
}
