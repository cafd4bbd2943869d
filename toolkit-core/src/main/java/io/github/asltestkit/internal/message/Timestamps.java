package io.github.asltestkit.internal.message;

import java.time.Instant;

/** Instants as AWS writes them into JSON. */
public final class Timestamps {
    private static final long MILLIS_OF_A_DAY = 86_400_000;
    private static final int DAYS_OF_400_YEARS = 146_097;

    /** From the first day of March of the year 0, when a calendar's cycle of 400 years begins, to 1970-01-01. */
    private static final int DAYS_TO_1970 = 719_468;

    private static final long FIRST = -62_167_219_200_000L;
    private static final long LAST = 253_402_300_799_999L;

    private Timestamps() {}

    /**
     * ISO-8601 in UTC, with milliseconds where there are any: what {@link Instant#toString()} says. The JDK's formatter loads 70
     * classes and takes a tenth of a JSONata flow, so the years of four digits are written here.
     *
     * @param millis in milliseconds since the epoch
     */
    public static String text(long millis) {
        if (millis < FIRST || millis > LAST) {
            return Instant.ofEpochMilli(millis).toString();
        }
        // Counted from March, the leap day is the last of its year.
        long days = Math.floorDiv(millis, MILLIS_OF_A_DAY) + DAYS_TO_1970;
        int cycle = (int) Math.floorDiv(days, DAYS_OF_400_YEARS);
        int day = (int) (days - (long) cycle * DAYS_OF_400_YEARS);
        int yearOfCycle = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
        int dayOfYear = day - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100);
        int monthFromMarch = (5 * dayOfYear + 2) / 153;
        int month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
        int year = yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0);
        int time = (int) Math.floorMod(millis, MILLIS_OF_A_DAY);
        StringBuilder text = new StringBuilder(24);
        digits(text, year, 1000).append('-');
        digits(text, month, 10).append('-');
        digits(text, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1, 10).append('T');
        digits(text, time / 3_600_000, 10).append(':');
        digits(text, time / 60_000 % 60, 10).append(':');
        digits(text, time / 1000 % 60, 10);
        if (time % 1000 != 0) {
            digits(text.append('.'), time % 1000, 100);
        }
        return text.append('Z').toString();
    }

    /** As {@link #text(long)}, of an instant that may have parts of a millisecond. */
    public static String text(Instant instant) {
        long millis = instant.toEpochMilli();
        return Instant.ofEpochMilli(millis).equals(instant) ? text(millis) : instant.toString();
    }

    private static StringBuilder digits(StringBuilder text, int number, int highest) {
        for (int place = highest; place > 0; place /= 10) {
            text.append((char) ('0' + number / place % 10));
        }
        return text;
    }
}
