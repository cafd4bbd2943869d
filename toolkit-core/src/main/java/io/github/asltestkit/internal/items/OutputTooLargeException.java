package io.github.asltestkit.internal.items;

/** The results of all child executions together are larger than a state's output may be. */
public final class OutputTooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutputTooLargeException() {
        super("larger than the output of a state may be", null, false, false);
    }
}
