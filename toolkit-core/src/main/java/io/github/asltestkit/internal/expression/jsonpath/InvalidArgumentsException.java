package io.github.asltestkit.internal.expression.jsonpath;

/** An intrinsic function that refuses its arguments; the message is empty or says why. */
final class InvalidArgumentsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidArgumentsException(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
