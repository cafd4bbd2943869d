package io.github.asltestkit.proof;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.io.Serial;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * AWS could not be asked, or not about everything, or an answer could not be kept. What was answered before is kept, and is not
 * asked again.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class ProofException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    ProofException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
