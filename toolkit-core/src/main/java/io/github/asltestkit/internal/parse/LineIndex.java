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
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean carriageReturn = c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n');
            if (c == '\n' || carriageReturn) {
                if (lines == found.length) {
                    found = Arrays.copyOf(found, found.length * 2);
                }
                found[lines++] = i + 1;
            }
        }
        starts = Arrays.copyOf(found, lines);
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

    /** A line as written, counted from 1, without its end; empty past the end. */
    String line(int number) {
        if (number < 1 || number > starts.length) {
            return "";
        }
        int end = number == starts.length ? text.length() : starts[number];
        while (end > starts[number - 1] && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(starts[number - 1], end);
    }
}
