package io.github.asltestkit.assertj.error;

import io.github.asltestkit.SingleStateResult;
import io.github.asltestkit.internal.message.Times;
import java.time.Duration;

/** A state under test would be retried after another time than expected, or not at all. */
public final class ShouldRetryAfter {
    private ShouldRetryAfter() {}

    public static Message of(SingleStateResult result, Duration expected) {
        Duration actual = result.retryAfter();
        Message.Builder message = Message.verdict(result.stateName() + " would be retried after a different time.")
                .line("expected", Times.text(expected))
                .line("but was", actual == null ? "(nothing)" : Times.text(actual));
        return SingleStateFacts.why(result).addTo(message).build(expected, actual);
    }
}
