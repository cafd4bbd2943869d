package io.github.asltestkit.http;

/** Why an HTTP Task cannot be sent, or its response not be read: its state fails with {@code States.Runtime}. */
final class HttpTaskException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HttpTaskException(String cause) {
        super(cause);
    }
}
