package io.github.asltestkit.internal.expression.jsonpath;

/** An intrinsic function that refuses its arguments. */
final class InvalidArgumentsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What comes before the name of the function, and what comes after it. */
    private final String before;

    private InvalidArgumentsException(String before, String after) {
        super(after, null, false, false);
        this.before = before;
    }

    /** Arguments of a wrong number, type or size. */
    static InvalidArgumentsException plain() {
        return new InvalidArgumentsException("Invalid arguments in ", "");
    }

    /** The same, where AWS says what is wrong. */
    static InvalidArgumentsException because(String reason) {
        return new InvalidArgumentsException("Invalid arguments in ", ": " + reason);
    }

    /** A template of States.Format whose braces do not match. */
    static InvalidArgumentsException template(String reason) {
        return new InvalidArgumentsException("Invalid template in ", ": " + reason);
    }

    /** A text that is not JSON. */
    static InvalidArgumentsException notJson(String reason) {
        return new InvalidArgumentsException("Cannot convert String to Json in ", ", caused by: " + reason);
    }

    /** What AWS says of the call of a function. */
    String sentence(String function) {
        return before + function + getMessage();
    }
}
