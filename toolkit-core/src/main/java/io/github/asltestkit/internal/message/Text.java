package io.github.asltestkit.internal.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Text for messages: at most 119 columns, ASCII. */
public final class Text {
    /** The most columns of a line. */
    public static final int WIDTH = 119;

    private Text() {}

    /** The text in ASCII, on one line: what is neither becomes an escape. */
    public static String ascii(String text) {
        StringBuilder ascii = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\n' -> ascii.append("\\n");
                case '\r' -> ascii.append("\\r");
                case '\t' -> ascii.append("\\t");
                default -> {
                    if (c >= ' ' && c < 0x7f) {
                        ascii.append(c);
                    } else {
                        ascii.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    }
                }
            }
        }
        return ascii.toString();
    }

    /** The text in ASCII, cut short at its end where there is no room for all of it. */
    public static String cut(String text, int room) {
        String ascii = ascii(text);
        return ascii.length() <= room ? ascii : ascii.substring(0, Math.max(0, room - 3)) + "...";
    }

    /** The text in ASCII, broken at blanks into lines that fit; a word too long for a line is cut in pieces. */
    public static List<String> wrap(String text, int room) {
        List<String> lines = new ArrayList<>();
        String rest = ascii(text);
        while (rest.length() > room) {
            int blank = rest.lastIndexOf(' ', room);
            int end = blank <= 0 ? room : blank;
            lines.add(rest.substring(0, end));
            rest = rest.substring(blank <= 0 ? end : end + 1);
        }
        lines.add(rest);
        return lines;
    }
}
