package io.github.asltestkit.assertj.error;

import io.github.asltestkit.internal.message.Times;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How much longer or shorter something lasted than expected. */
public final class Durations {
    private Durations() {}

    public static boolean isBetween(Duration least, @Nullable Duration actual, Duration most) {
        if (least.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "The least is more than the most: " + Times.text(least) + " and " + Times.text(most));
        }
        return actual != null && actual.compareTo(least) >= 0 && actual.compareTo(most) <= 0;
    }

    /** {@code between 2s and 4s}. */
    static String between(Duration least, Duration most) {
        return "between " + Times.text(least) + " and " + Times.text(most);
    }

    static Message.Builder verdict(String start, Duration expected, Duration actual) {
        Duration difference = actual.minus(expected);
        String how = difference.isNegative() ? " shorter" : " longer";
        return Message.verdict(start + " " + Times.text(difference.abs()) + how + " than expected, in virtual time.")
                .line("expected", Times.text(expected))
                .line("but was", Times.text(actual));
    }
}
