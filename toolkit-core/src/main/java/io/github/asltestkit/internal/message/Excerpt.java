package io.github.asltestkit.internal.message;

/**
 * A line of a text with a caret under the place that is meant.
 *
 * <pre>{@code
 *  |       "Next": "Shipp"
 *  | ..............^
 * }</pre>
 */
public final class Excerpt {
    private static final String MARGIN = " | ";

    private Excerpt() {}

    /**
     * Both lines, each ended by a line feed. If the line is too long, the part around the caret.
     *
     * @param column counted from 1
     */
    public static String of(String line, int column) {
        int room = Text.WIDTH - MARGIN.length();
        int start = column <= room ? 0 : Math.min(column - room / 2, Math.max(0, line.length() - room));
        int end = Math.min(line.length(), start + room);
        if (start >= end && !line.isEmpty()) {
            start = 0;
            end = Math.min(line.length(), room);
        }
        String shown = line.substring(start, end).replace('\t', ' ');
        int caret = Math.max(0, Math.min(column - 1 - start, room - 1));
        return MARGIN + shown + "\n" + MARGIN + ".".repeat(caret) + "^\n";
    }
}
