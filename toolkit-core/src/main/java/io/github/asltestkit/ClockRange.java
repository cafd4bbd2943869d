package io.github.asltestkit;

import java.time.Instant;

/** The instants that a virtual clock is told to show: those whose year has four digits, as in RFC 3339. */
final class ClockRange {
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    private ClockRange() {}

    /**
     * @param what what the clock does: {@code The clock starts}
     * @throws IllegalArgumentException if the instant is out of range
     */
    static Instant check(String what, Instant instant) {
        if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
            throw new IllegalArgumentException(
                    what + " between " + FIRST + " and " + LAST + ", but was told to do so at " + instant);
        }
        return instant;
    }
}
