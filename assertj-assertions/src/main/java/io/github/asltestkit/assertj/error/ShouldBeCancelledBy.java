package io.github.asltestkit.assertj.error;

import io.github.asltestkit.mock.RecordedCall;
import org.jspecify.annotations.Nullable;

/** A job was not cancelled by the API expected. */
public final class ShouldBeCancelledBy {
    private ShouldBeCancelledBy() {}

    public static Message of(@Nullable Evidence evidence, RecordedCall call, String api) {
        return Cancellations.message(
                evidence,
                call,
                "cancelled by " + api,
                "was expected to be cancelled by " + api + ", but it " + Cancellations.verdict(call) + ".");
    }
}
