package io.github.asltestkit.internal.execution;

/** An execution that entered too many states without waiting. */
public final class StepLimitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StepLimitException(String message) {
        super(message);
    }
}
