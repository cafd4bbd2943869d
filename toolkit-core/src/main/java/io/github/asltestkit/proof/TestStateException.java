package io.github.asltestkit.proof;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.io.Serial;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** TestState did not answer. */
@API(status = EXPERIMENTAL, since = "0.1")
public final class TestStateException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Why it did not. */
    public enum Kind {
        /** It refused this request, such as with ValidationException: the request is wrong, others may not be. */
        REFUSED,
        /** It was not asked, for the client found no region or no credentials. */
        UNCONFIGURED,
        /** It does not know the caller, or does not allow the call: no request will be answered. */
        DENIED,
        /** There were too many requests: later ones may be answered. */
        THROTTLED,
        /** It was not reached, or the connection broke off. */
        UNREACHABLE
    }

    /** Why. */
    private final Kind kind;

    /**
     * An answer that did not come.
     *
     * @param message what the service or the client said, such as {@code ValidationException: ...}
     */
    public TestStateException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** Why. */
    public Kind kind() {
        return kind;
    }
}
