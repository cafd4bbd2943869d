package io.github.asltestkit.internal.expression.jsonpath;

/** A template of States.Format whose braces do not match. */
final class InvalidTemplateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidTemplateException(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
