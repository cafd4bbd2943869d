package io.github.asltestkit.internal.execution;

/** An execution that entered too many states while the clock stood still. Users know it as what it extends. */
public final class StepLimitException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    StepLimitException(String message) {
        super(message);
    }
}
