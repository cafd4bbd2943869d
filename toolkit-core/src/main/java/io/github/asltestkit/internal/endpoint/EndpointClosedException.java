package io.github.asltestkit.internal.endpoint;

/** The endpoint was closed while somebody waited for an execution to end. */
final class EndpointClosedException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    EndpointClosedException(String waitsFor) {
        super("The endpoint was closed before the execution ended.\n\n" + waitsFor
                + "\n\nClose the endpoint after the execution has ended.");
    }
}
