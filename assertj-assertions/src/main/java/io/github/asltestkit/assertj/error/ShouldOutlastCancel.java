package io.github.asltestkit.assertj.error;

import io.github.asltestkit.mock.RecordedCall;
import org.jspecify.annotations.Nullable;

/** Cancelling a job did not fail as expected. */
public final class ShouldOutlastCancel {
    private ShouldOutlastCancel() {}

    public static Message of(@Nullable Evidence evidence, RecordedCall call, String reason) {
        return Cancellations.message(
                evidence,
                call,
                "not cancelled: " + reason,
                "was expected to outlast its cancel, but it " + Cancellations.verdict(call) + ".");
    }
}
