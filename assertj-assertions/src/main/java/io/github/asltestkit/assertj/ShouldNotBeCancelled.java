package io.github.asltestkit.assertj;

import io.github.asltestkit.mock.RecordedCall;
import org.jspecify.annotations.Nullable;

/** A job was cancelled, or was tried to be, against expectation. */
final class ShouldNotBeCancelled {
    private ShouldNotBeCancelled() {}

    static Message of(@Nullable Evidence evidence, RecordedCall call) {
        return Cancellations.message(
                evidence, call, "not cancelled", "was expected to be left alone, but it " + Cancellations.verdict(call) + ".");
    }
}
