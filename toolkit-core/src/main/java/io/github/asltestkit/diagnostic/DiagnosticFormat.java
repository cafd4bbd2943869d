package io.github.asltestkit.diagnostic;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.util.List;
import java.util.function.IntFunction;
import org.apiguardian.api.API;

/** The text of problems, as a person reads it. */
@API(status = MAINTAINED, since = "0.1")
public final class DiagnosticFormat {
    private static final int WIDTH = 119;
    private static final String MARGIN = " | ";
    private static final String CONTINUED = "      ";

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
        String hint = diagnostic.hint() == null ? "" : " (" + diagnostic.hint() + ")";
        wrap(
                text,
                diagnostic.severity() + " " + location.place() + ": " + diagnostic.code() + ": " + message(diagnostic)
                        + hint);
        if (location.line() > 0) {
            excerpt(text, line.apply(location.line()), location.column());
        }
        if (!location.pointer().isEmpty()) {
            text.append("   at ").append(location.pointer()).append('\n');
        }
    }

    /** Without the place in AWS's form, which repeats the definition: the place in ours stands beside it. */
    private static String message(Diagnostic diagnostic) {
        String place = "\n at " + diagnostic.awsLocation();
        String message = diagnostic.message();
        return (message.endsWith(place) ? message.substring(0, message.length() - place.length()) : message)
                .stripTrailing();
    }

    /** Breaks a line that is too long at a blank, and indents what follows. */
    private static void wrap(StringBuilder text, String line) {
        String rest = line.replace('\n', ' ');
        String indent = "";
        while (indent.length() + rest.length() > WIDTH) {
            int blank = rest.lastIndexOf(' ', WIDTH - indent.length());
            int end = blank <= rest.indexOf(": ") ? WIDTH - indent.length() : blank;
            text.append(indent).append(rest, 0, end).append('\n');
            rest = rest.substring(end).stripLeading();
            indent = CONTINUED;
        }
        text.append(indent).append(rest).append('\n');
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
