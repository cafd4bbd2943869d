package io.github.asltestkit.integration;

import static org.apiguardian.api.API.Status.MAINTAINED;

import org.apiguardian.api.API;

/** A call that nobody mocked. No Catch of the definition sees it: it fails the test, with this message. */
@API(status = MAINTAINED, since = "0.1")
public final class UnmockedCallException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A call that nobody mocked.
     *
     * @param message which call it is, what comes nearest to it, and what to do
     */
    public UnmockedCallException(String message) {
        super(message);
    }
}
