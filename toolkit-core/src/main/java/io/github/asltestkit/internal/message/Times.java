package io.github.asltestkit.internal.message;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Virtual time as messages and reports show it: {@code 1d2h}, {@code 7m30s}, {@code 0s}, {@code +15m}. */
public final class Times {
    private static final Duration LONGEST = Duration.ofDays(36_525);

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

    /**
     * Checks a time that somebody says: whole milliseconds, as the virtual clock counts, and no longer than a century.
     *
     * @param what the time, such as {@code A delay}
     * @throws IllegalArgumentException if it is none that could pass
     */
    public static Duration checked(String what, Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException(what + " is not negative, but was " + time);
        }
        if (time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(what + " is at most " + LONGEST.toDays()
                    + " days, and no execution lasts longer than a year, but it was " + time);
        }
        if (time.toNanosPart() % 1_000_000 != 0) {
            throw new IllegalArgumentException(
                    what + " is a whole number of milliseconds, as the virtual clock counts them, but was " + time);
        }
        return time;
    }

    /** An instant, counted from the start of the execution: {@code +15m}. */
    public static String since(@Nullable Instant start, Instant instant) {
        return start == null ? instant.toString() : "+" + text(Duration.between(start, instant));
    }
}
