package io.github.asltestkit.assertj;

import io.github.asltestkit.mock.RecordedCall;
import org.jspecify.annotations.Nullable;

/** Cancelling a job did not fail as expected. */
final class ShouldOutlastCancel {
    private ShouldOutlastCancel() {}

    static Message of(@Nullable Evidence evidence, RecordedCall call, String reason) {
        return Cancellations.message(
                evidence,
                call,
                "not cancelled: " + reason,
                "was expected to outlast its cancel, but it " + Cancellations.verdict(call) + ".");
    }
}
