package io.github.asltestkit.internal.message;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text for messages: at most 119 columns, ASCII. */
public final class Text {
    /** The most columns of a line. */
    public static final int WIDTH = 119;

    /** The most characters of one fact: a cause may have 32,768. */
    public static final int LONGEST_FACT = 4_000;

    /** The most characters of the names that a message lists. */
    private static final int LONGEST_LIST = 1_000;

    private static final int LONGEST_NAME = 200;

    /** The most things that a message shows one below the other. */
    public static final int MOST_LINES = 50;

    /** {@code dir/order.asl.json:12:15}, or {@code OrderTest.java:12} in round brackets. */
    private static final Pattern PLACE = Pattern.compile(".+:\\d+(:\\d+)?\\)?");

    /** Names of states and files, with slashes between them; JSON has quotes or braces. */
    private static final Pattern PATH = Pattern.compile("[^\"{}]+");

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

    /**
     * The text in ASCII, shortened if there is too little room: an ARN to its kind and its name, a path to its end, other
     * text to its beginning.
     */
    public static String shortened(String text, int room) {
        String ascii = ascii(text);
        if (ascii.length() <= room) {
            return ascii;
        }
        if (ascii.startsWith("arn:") && ascii.indexOf(' ') < 0) {
            return arn(ascii, room);
        }
        boolean path = ascii.indexOf('/') > 0 && PATH.matcher(ascii).matches();
        return path ? tail(ascii, room) : cut(ascii, room);
    }

    /** {@code function validate} of an ARN of a function, {@code lambda:invoke} of one of an integration. */
    private static String arn(String arn, int room) {
        String[] parts = arn.split(":", 7);
        if (parts.length < 6) {
            return tail(arn, room);
        }
        String kind = parts.length < 7 ? parts[2] : parts[5];
        String name = kind + (parts.length < 7 || !parts[4].isEmpty() ? " " : ":") + parts[parts.length - 1];
        return name.length() <= room ? name : tail(name, room);
    }

    private static String tail(String ascii, int room) {
        return "..." + ascii.substring(ascii.length() - Math.max(0, room - 3));
    }

    /** Where the first word of a text ends that has no blank in its first {@code room} characters. */
    private static int endOfWord(String text, int room) {
        int blank = text.indexOf(' ');
        int end = blank < 0 ? text.length() : blank;
        return PLACE.matcher(text.substring(0, end)).matches() ? end : room;
    }

    /** The text, with the number of characters that were left out if it is longer than a message can bear. */
    public static String bounded(String text) {
        int more = text.length() - LONGEST_FACT;
        return more <= 0 ? text : text.substring(0, LONGEST_FACT) + "... (" + more + " more characters)";
    }

    /** Names one after the other; of many the first, and how many more there are. */
    public static String listed(Collection<String> names) {
        return listed(names, ", ");
    }

    /** As {@link #listed(Collection)}, with what stands between the names. */
    public static String listed(Collection<String> names, String separator) {
        StringBuilder listed = new StringBuilder();
        int shown = 0;
        for (String name : names) {
            String next = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "...";
            if (listed.length() + next.length() > LONGEST_LIST) {
                return listed.append(" and ")
                        .append(names.size() - shown)
                        .append(" more")
                        .toString();
            }
            listed.append(shown == 0 ? "" : separator).append(next);
            shown++;
        }
        return listed.toString();
    }

    /**
     * The text in ASCII, broken at blanks into lines that fit. A word too long for a line is cut in pieces, unless it is a
     * place, which tools make a link of.
     */
    public static List<String> wrap(String text, int room) {
        List<String> lines = new ArrayList<>();
        String rest = ascii(text);
        while (rest.length() > room) {
            int blank = rest.lastIndexOf(' ', room);
            int end = blank <= 0 ? endOfWord(rest, room) : blank;
            lines.add(rest.substring(0, end));
            rest = rest.substring(end).stripLeading();
        }
        if (!rest.isEmpty() || lines.isEmpty()) {
            lines.add(rest);
        }
        return lines;
    }
}
