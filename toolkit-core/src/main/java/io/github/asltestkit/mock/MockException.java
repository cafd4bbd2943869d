package io.github.asltestkit.mock;

import static org.apiguardian.api.API.Status.MAINTAINED;

import org.apiguardian.api.API;

/**
 * A mock says what cannot be: it has no answer, its answer does not suit the call, or the answer or the request is not one of
 * the service's API. No Catch of the definition sees it: it fails the test, with this message.
 */
@API(status = MAINTAINED, since = "0.1")
public final class MockException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MockException(String message) {
        super(message);
    }

    MockException(String message, Throwable cause) {
        super(message, cause);
    }
}
