package io.github.asltestkit.internal.expression.jsonata;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Utils;
import io.github.asltestkit.internal.expression.Scope;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code $toMillis} and {@code $fromMillis}. Ours: the clock is the virtual one. Upstream: weeks of ISO 8601, checks of dates;
 * not reported yet.
 */
final class JsonataDates {
    private static final Pattern ISO = Pattern.compile("(\\d{4})(?:-([01]\\d))?(?:-([0-3]\\d))?"
            + "(?:T([0-2]\\d:[0-5]\\d:[0-5]\\d))?(\\.\\d+)?(?:([+-][0-2]\\d):?([0-5]\\d)|Z)?");

    private static final Pattern COMPONENT = Pattern.compile("\\[\\s*([A-Za-z])");

    /** A specifier that ISO 8601's weeks decide: the year of the week, its month, the week in that month. */
    private static final Pattern WEEK = Pattern.compile("\\[\\s*([Xxw])(.*)]");

    /** The fraction of a second, and the character before it. */
    private static final Pattern FRACTION = Pattern.compile("(^|[^\\]])\\[\\s*f");

    /** Upstream: a name with a least width and no greatest ends in a NullPointerException; not reported yet. */
    private static final Pattern NAME_WIDTH = Pattern.compile("^(\\[\\s*[MFx]\\s*[Nn]+)\\s*,\\s*\\d+\\s*]$");

    private JsonataDates() {}

    static @Nullable Object toMillis(List<?> arguments, Scope scope) {
        if (!(JsonataFunction.argument(arguments, 0) instanceof String timestamp)) {
            return null;
        }
        if (!(JsonataFunction.argument(arguments, 1) instanceof String picture)) {
            return Utils.convertNumber(isoMillis(timestamp));
        }
        // What a picture leaves out before its first part is taken from now, and the library's now is the machine's.
        String missing = missing(picture);
        String now = missing.isEmpty()
                ? ""
                : Functions.dateTimeFromMillis(scope.now().toEpochMilli(), missing, null);
        try {
            Long millis = Functions.dateTimeToMillis(now + wideFraction(timestamp, picture), missing + picture);
            return millis == null ? null : Utils.convertNumber(inCentury(millis));
        } catch (ParseException | DateTimeException | UnsupportedOperationException | NullPointerException wrong) {
            // How the library says that the parts do not make a date.
            throw new JException("D3136", -1);
        }
    }

    /** Upstream: a fraction of a second must have three digits at least; not reported yet. */
    private static String wideFraction(String timestamp, String picture) {
        Matcher marker = FRACTION.matcher(picture);
        if (!marker.find()) {
            return timestamp;
        }
        String before = marker.group(1);
        Matcher narrow = Pattern.compile((before.isEmpty() ? "^" : Pattern.quote(before)) + "(\\d{1,2})(?!\\d)")
                .matcher(timestamp);
        return narrow.find()
                ? timestamp.substring(0, narrow.start(1))
                        + (narrow.group(1) + "00").substring(0, 3)
                        + timestamp.substring(narrow.end(1))
                : timestamp;
    }

    /** Upstream: a year of two digits is one of the twentieth century, as JavaScript counts; not reported yet. */
    private static long inCentury(long millis) {
        LocalDateTime read = LocalDateTime.ofEpochSecond(Math.floorDiv(millis, 1000L), 0, ZoneOffset.UTC);
        if (read.getYear() < 0 || read.getYear() > 99) {
            return millis;
        }
        LocalDateTime meant = read.toLocalTime()
                .atDate(LocalDate.of(read.getYear() + 1900, read.getMonth(), 1).plusDays(read.getDayOfMonth() - 1L));
        return meant.toEpochSecond(ZoneOffset.UTC) * 1000 + Math.floorMod(millis, 1000L);
    }

    private static long isoMillis(String timestamp) {
        Matcher iso = ISO.matcher(timestamp);
        if (!iso.matches()) {
            throw new JException("D3110", -1, timestamp);
        }
        try {
            String text = iso.group(1)
                    + "-" + or(iso.group(2), "01")
                    + "-" + or(iso.group(3), "01")
                    + "T" + or(iso.group(4), "00:00:00")
                    + or(iso.group(5), "")
                    + (iso.group(6) == null ? "Z" : iso.group(6) + ":" + iso.group(7));
            return OffsetDateTime.parse(text).toInstant().toEpochMilli();
        } catch (DateTimeException noSuchDay) {
            throw new JException("D3110", -1, timestamp);
        }
    }

    private static String or(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }

    /** A picture of the parts that come before the first part of this one. */
    private static String missing(String picture) {
        StringBuilder parts = new StringBuilder();
        COMPONENT.matcher(picture).results().forEach(found -> parts.append(found.group(1)));
        boolean weeks = parts.chars().anyMatch(part -> "XWwxF".indexOf(part) >= 0) && parts.indexOf("D") < 0;
        if (parts.isEmpty() || parts.indexOf("Y") >= 0 || weeks) {
            return "";
        }
        if (parts.indexOf("M") >= 0 || parts.indexOf("d") >= 0) {
            return "[Y0001] ";
        }
        if (parts.indexOf("D") >= 0) {
            return "[Y0001]-[M01] ";
        }
        if (parts.indexOf("H") >= 0 || parts.indexOf("h") >= 0 || parts.indexOf("P") >= 0) {
            return "[Y0001]-[M01]-[D01] ";
        }
        if (parts.indexOf("m") >= 0) {
            return "[Y0001]-[M01]-[D01] [H01] ";
        }
        if (parts.indexOf("s") >= 0) {
            return "[Y0001]-[M01]-[D01] [H01]:[m01] ";
        }
        return parts.indexOf("f") >= 0 ? "[Y0001]-[M01]-[D01] [H01]:[m01]:[s01] " : "";
    }

    static @Nullable Object fromMillis(List<?> arguments) {
        if (!(JsonataFunction.argument(arguments, 0) instanceof Number millis)) {
            return null;
        }
        Object zone = JsonataFunction.argument(arguments, 2);
        Object picture = JsonataFunction.argument(arguments, 1);
        return format(
                millis.longValue(),
                picture == null ? null : picture.toString(),
                zone == null || zone.equals("") ? null : zone.toString());
    }

    /** An instant as a picture has it, or in ISO 8601's form. */
    static String format(long millis, @Nullable String picture, @Nullable String given) {
        // Ours: AWS knows the zone UTC by its name as well.
        String zone = given != null && given.equalsIgnoreCase("utc") ? null : given;
        if (picture == null) {
            return Functions.dateTimeFromMillis(millis, null, zone);
        }
        LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(millis), offset(zone));
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < picture.length(); i++) {
            char next = picture.charAt(i);
            boolean doubled = i + 1 < picture.length() && picture.charAt(i + 1) == next;
            if (next != '[' || doubled) {
                text.append(next);
                i += doubled && (next == '[' || next == ']') ? 1 : 0;
                continue;
            }
            int end = picture.indexOf(']', i);
            if (end < 0) {
                throw new JException("D3135", -1);
            }
            String marker = picture.substring(i, end + 1);
            if (picture.substring(i + 1, end).isBlank()) {
                throw new JException("D3132", -1, "");
            }
            Matcher week = WEEK.matcher(marker);
            String shown = week.matches()
                    ? week(week.group(1).charAt(0), week.group(2), day)
                    : Functions.dateTimeFromMillis(
                            millis, NAME_WIDTH.matcher(marker).replaceFirst("$1]"), zone);
            text.append(JsonataTexts.latin(shown));
            i = end;
        }
        return text.toString();
    }

    /** The week's year, its month or its number in that month, in the form that the specifier asks for. */
    private static String week(char component, String form, LocalDate day) {
        if (component == 'X' && (form.startsWith("N") || form.startsWith("n"))) {
            throw new JException("D3133", -1, "X");
        }
        // A week belongs to the year, and to the month, that its Thursday is in.
        LocalDate thursday =
                day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusDays(3);
        LocalDate shown = switch (component) {
            case 'X' -> LocalDate.of(day.get(IsoFields.WEEK_BASED_YEAR), 1, 1);
            case 'x' -> thursday.withDayOfMonth(1);
            default -> LocalDate.of(2000, 1, (thursday.getDayOfMonth() + 6) / 7);
        };
        String alike = component == 'X' ? "Y" : component == 'x' ? "M" : "D";
        return Functions.dateTimeFromMillis(
                shown.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli(), "[" + alike + form + "]", null);
    }

    private static ZoneOffset offset(@Nullable String zone) {
        try {
            return zone == null
                    ? ZoneOffset.UTC
                    : ZoneOffset.from(DateTimeFormatter.ofPattern("xx").parse(zone));
        } catch (DateTimeException left) {
            return ZoneOffset.UTC;
        }
    }
}
