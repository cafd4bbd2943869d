package io.github.asltestkit.internal.execution;

/** Unwinds a state's action to the place where its failure is handled. */
final class StateFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    StateFailedException(Failure failure) {
        super(failure.error(), null, false, false);
        this.failure = failure;
    }

    Failure failure() {
        return failure;
    }
}
