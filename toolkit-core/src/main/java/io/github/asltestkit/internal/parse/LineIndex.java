package io.github.asltestkit.internal.parse;

import io.github.asltestkit.internal.parse.PlacedJson.Place;
import java.util.Arrays;

/** Turns positions in a text into lines and columns, and back. */
final class LineIndex {
    /** As long as a line is, more or less. */
    private static final int LINE = 32;

    private final String text;
    private final int[] starts;

    LineIndex(String text) {
        this.text = text;
        int[] found = new int[text.length() / LINE + 16];
        int lines = 1;
        for (int next = lineAfter(text, 0); next > 0; next = lineAfter(text, next)) {
            if (lines == found.length) {
                found = Arrays.copyOf(found, found.length * 2);
            }
            found[lines++] = next;
        }
        starts = Arrays.copyOf(found, lines);
    }

    /** Where the next line begins; 0 if there is none. */
    private static int lineAfter(String text, int from) {
        int feed = text.indexOf('\n', from);
        int carriageReturn = text.indexOf('\r', from);
        if (carriageReturn < 0 || (feed >= 0 && feed <= carriageReturn + 1)) {
            return feed + 1;
        }
        return carriageReturn + 1;
    }

    String text() {
        return text;
    }

    Place place(int offset) {
        int within = Math.max(0, Math.min(offset, text.length()));
        int found = Arrays.binarySearch(starts, within);
        int line = found >= 0 ? found : -found - 2;
        return new Place(line + 1, within - starts[line] + 1);
    }

    int offset(Place place) {
        int line = Math.max(1, Math.min(place.line(), starts.length));
        return Math.min(text.length(), starts[line - 1] + Math.max(0, place.column() - 1));
    }

    /**
     * The place of a code point.
     *
     * @param line counted from 1
     * @param points the code points before it in its line; those of the whole line if there are not as many
     */
    Place ofCodePoint(int line, int points) {
        int start = line < 1 || line > starts.length ? text.length() : starts[line - 1];
        int end = endOf(line);
        int at = start;
        for (int i = 0; i < points && at < end; i++) {
            at += Character.charCount(text.codePointAt(at));
        }
        return new Place(line, Math.min(at, end) - start + 1);
    }

    /** Where a line ends, without what ends it. */
    private int endOf(int line) {
        if (line < 1 || line > starts.length) {
            return text.length();
        }
        int end = line == starts.length ? text.length() : starts[line];
        while (end > starts[line - 1] && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return end;
    }

    /** A line as written, counted from 1, without its end; empty past the end. */
    String line(int number) {
        if (number < 1 || number > starts.length) {
            return "";
        }
        return text.substring(starts[number - 1], endOf(number));
    }
}
