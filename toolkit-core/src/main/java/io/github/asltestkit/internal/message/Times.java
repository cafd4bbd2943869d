package io.github.asltestkit.internal.message;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Virtual time as messages and reports show it: {@code 1d2h}, {@code 7m30s}, {@code 0s}, {@code +15m}. */
public final class Times {
    private Times() {}

    /** A duration: {@code 1d2h3m4.5s} without the parts that are nought. */
    public static String text(Duration duration) {
        if (duration.isNegative()) {
            return "-" + text(duration.negated());
        }
        StringBuilder text = new StringBuilder();
        part(text, duration.toDays(), "d");
        part(text, duration.toHoursPart(), "h");
        part(text, duration.toMinutesPart(), "m");
        String fraction = fraction(duration.toNanosPart());
        if (duration.toSecondsPart() != 0 || !fraction.isEmpty() || text.isEmpty()) {
            text.append(duration.toSecondsPart()).append(fraction).append('s');
        }
        return text.toString();
    }

    private static void part(StringBuilder text, long amount, String unit) {
        if (amount != 0) {
            text.append(amount).append(unit);
        }
    }

    private static String fraction(int nanos) {
        if (nanos == 0) {
            return "";
        }
        String digits = String.format(java.util.Locale.ROOT, "%09d", nanos);
        return "." + digits.replaceFirst("0+$", "");
    }

    /** An instant, counted from the start of the execution: {@code +15m}. */
    public static String since(@Nullable Instant start, Instant instant) {
        return start == null ? instant.toString() : "+" + text(Duration.between(start, instant));
    }
}
