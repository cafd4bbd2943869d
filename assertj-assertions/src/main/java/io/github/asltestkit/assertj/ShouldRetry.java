package io.github.asltestkit.assertj;

import io.github.asltestkit.StateTestResult;
import io.github.asltestkit.internal.message.Times;
import java.time.Duration;

/** A state under test would be retried otherwise than expected. */
final class ShouldRetry {
    private ShouldRetry() {}

    static Message after(StateTestResult result, Duration expected) {
        Duration actual = result.retryAfter();
        Message.Builder message = Message.verdict(result.stateName() + " would be retried after another time.")
                .line("expected", Times.text(expected))
                .line("but was", actual == null ? "(nothing)" : Times.text(actual));
        return ShouldEndAs.why(result).addTo(message).build(expected, actual);
    }

    static Message by(StateTestResult result, int expected) {
        Integer actual = result.retryIndex();
        Message.Builder message = Message.verdict("The error of " + result.stateName()
                        + (actual == null ? " matched no Retrier." : " matched another Retrier."))
                .line("expected", "Retry[" + expected + "]")
                .line("but was", actual == null ? "none" : "Retry[" + actual + "]");
        return ShouldEndAs.why(result).addTo(message).build(expected, actual);
    }
}
