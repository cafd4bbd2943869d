package io.github.asltestkit.assertj.error;

import io.github.asltestkit.mock.RecordedCall;
import org.jspecify.annotations.Nullable;

/** A job was cancelled, or was tried to be, against expectation. */
public final class ShouldNotBeCancelled {
    private ShouldNotBeCancelled() {}

    public static Message of(@Nullable Evidence evidence, RecordedCall call) {
        return Cancellations.message(
                evidence,
                call,
                "not cancelled",
                "was expected to be left alone, but it " + Cancellations.verdict(call) + ".");
    }
}
