package io.github.asltestkit.junit;

/**
 * Carries what the toolkit knows about a failure to wherever its stack trace is printed: no build tool shows the entries of a
 * report, all show the trace and what is suppressed in it.
 */
class FailureNote extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FailureNote(String text) {
        super(text, null, false, false);
    }

    /** Without the class name, which a message alone would get in front of it, and which says nothing to a reader. */
    @Override
    @SuppressWarnings("OverrideThrowableToString")
    public final String toString() {
        return String.valueOf(getMessage());
    }
}
