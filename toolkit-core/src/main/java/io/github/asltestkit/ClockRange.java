package io.github.asltestkit;

import java.time.Instant;

/** The instants that a virtual clock is told to show: those whose year has four digits, as in RFC 3339. */
final class ClockRange {
    // In seconds, because every harness needs these, and few need the JDK's reader of dates.
    /** 0000-01-01T00:00:00Z. */
    private static final Instant FIRST = Instant.ofEpochSecond(-62_167_219_200L);

    /** 9999-12-31T23:59:59.999Z. */
    private static final Instant LAST = Instant.ofEpochSecond(253_402_300_799L, 999_000_000);

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
