package io.github.asltestkit.assertj.error;

import io.github.asltestkit.internal.message.Times;
import java.time.Duration;

/** How much longer or shorter something lasted than expected. */
final class Durations {
    private Durations() {}

    static Message.Builder verdict(String start, Duration expected, Duration actual) {
        Duration difference = actual.minus(expected);
        String how = difference.isNegative() ? " shorter" : " longer";
        return Message.verdict(start + " " + Times.text(difference.abs()) + how + " than expected, in virtual time.")
                .line("expected", Times.text(expected))
                .line("but was", Times.text(actual));
    }
}
