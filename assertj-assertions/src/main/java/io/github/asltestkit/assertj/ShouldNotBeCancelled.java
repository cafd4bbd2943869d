package io.github.asltestkit.assertj;

import io.github.asltestkit.mock.RecordedCall;
import org.jspecify.annotations.Nullable;

/** A job was cancelled, or was tried to be, against expectation. */
final class ShouldNotBeCancelled {
    private ShouldNotBeCancelled() {}

    static Message of(@Nullable Told told, RecordedCall call) {
        return Cancels.message(
                told, call, "not cancelled", "was expected to be left alone, but it " + Cancels.verdict(call) + ".");
    }
}
