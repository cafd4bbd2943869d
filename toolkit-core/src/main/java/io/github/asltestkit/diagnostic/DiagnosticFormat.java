package io.github.asltestkit.diagnostic;

import java.util.List;
import java.util.function.IntFunction;

/** The text of problems, as a person reads it. */
public final class DiagnosticFormat {
    private static final int WIDTH = 119;
    private static final String MARGIN = " | ";

    private DiagnosticFormat() {}

    /**
     * Problems one after the other: where each is, what it is, the line with a caret under the place, and the pointer.
     *
     * @param diagnostics the problems
     * @param line gives a line of the source by its number, counted from 1; empty text where there is none
     */
    public static String text(List<Diagnostic> diagnostics, IntFunction<String> line) {
        StringBuilder text = new StringBuilder();
        for (Diagnostic diagnostic : diagnostics) {
            append(text, diagnostic, line);
        }
        return text.toString();
    }

    private static void append(StringBuilder text, Diagnostic diagnostic, IntFunction<String> line) {
        Location location = diagnostic.location();
        text.append(diagnostic.severity())
                .append(' ')
                .append(location.place())
                .append(": ")
                .append(diagnostic.code())
                .append(": ")
                .append(diagnostic.message());
        if (diagnostic.hint() != null) {
            text.append(" (").append(diagnostic.hint()).append(')');
        }
        text.append('\n');
        if (location.line() > 0) {
            excerpt(text, line.apply(location.line()), location.column());
        }
        if (!location.pointer().isEmpty()) {
            text.append("   at ").append(location.pointer()).append('\n');
        }
    }

    /** The line and a caret; of a line too long, the part around the caret. */
    private static void excerpt(StringBuilder text, String line, int column) {
        int room = WIDTH - MARGIN.length();
        int start = column <= room ? 0 : Math.min(column - room / 2, Math.max(0, line.length() - room));
        int end = Math.min(line.length(), start + room);
        if (start >= end && !line.isEmpty()) {
            start = 0;
            end = Math.min(line.length(), room);
        }
        String shown = line.substring(start, end).replace('\t', ' ');
        int caret = Math.max(0, Math.min(column - 1 - start, room - 1));
        text.append(MARGIN).append(shown).append('\n');
        text.append(MARGIN).append(".".repeat(caret)).append('^').append('\n');
    }
}
