package io.github.asltestkit.generate;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.asltestkit.coverage.CoverageItem;
import org.apiguardian.api.API;

/**
 * A coverage item that no generated test takes, and why.
 *
 * @param item the item
 * @param kind what is known of it
 * @param reason the reason, as the end of a sentence: {@code its MaxAttempts is 0}
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Unreached(CoverageItem item, Kind kind, String reason) {

    /** What is known of an item that no generated test takes. */
    public enum Kind {
        /** No execution takes it, as far as the definition and the shapes of results tell. */
        IMPOSSIBLE,
        /** What it depends on is not known, or nothing that was tried led there. */
        UNKNOWN,
        /** The search hit a bound before everything was tried. */
        BOUND
    }

    /** {@code Catch[1] of Charge, States.Timeout, was never taken: Catch[0] handles each of its errors}. */
    @Override
    public String toString() {
        return item.missed() + ": " + reason;
    }
}
