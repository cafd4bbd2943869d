package io.github.asltestkit.diagnostic;

import static org.apiguardian.api.API.Status.MAINTAINED;

import io.github.asltestkit.internal.message.Excerpt;
import io.github.asltestkit.internal.message.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.apiguardian.api.API;

/** The text of problems, as a person reads it. */
@API(status = MAINTAINED, since = "0.1")
public final class DiagnosticFormat {
    private static final String CONTINUED = "      ";

    private DiagnosticFormat() {}

    /**
     * Problems one after the other: where each is, what it is, the line with a caret under the place, and the pointer. Of more
     * than fifty the first fifty, errors rather than warnings, and how many more there are.
     *
     * @param diagnostics the problems
     * @param line gives a line of the source by its number, counted from 1; empty text where there is none
     */
    public static String text(List<Diagnostic> diagnostics, IntFunction<String> line) {
        return textOfFiles(diagnostics, location -> line.apply(location.line()));
    }

    /**
     * As {@link #text}, of problems in several files.
     *
     * @param diagnostics the problems
     * @param line gives the line of a place, which is in a file of its own; empty text where there is none
     */
    public static String textOfFiles(List<Diagnostic> diagnostics, Function<Location, String> line) {
        StringBuilder text = new StringBuilder();
        List<Diagnostic> shown = shown(diagnostics);
        for (Diagnostic diagnostic : shown) {
            append(text, diagnostic, line);
        }
        if (shown.size() < diagnostics.size()) {
            long errors = errors(diagnostics) - errors(shown);
            text.append("\nand ")
                    .append(counted(errors, diagnostics.size() - shown.size() - errors))
                    .append('\n');
        }
        return text.toString();
    }

    private static List<Diagnostic> shown(List<Diagnostic> diagnostics) {
        if (diagnostics.size() <= Text.MOST_LINES) {
            return diagnostics;
        }
        long warnings = Math.max(0, Text.MOST_LINES - errors(diagnostics));
        List<Diagnostic> shown = new ArrayList<>();
        for (Diagnostic diagnostic : diagnostics) {
            if (shown.size() < Text.MOST_LINES && (diagnostic.isError() || warnings-- > 0)) {
                shown.add(diagnostic);
            }
        }
        return shown;
    }

    private static long errors(List<Diagnostic> diagnostics) {
        return diagnostics.stream().filter(Diagnostic::isError).count();
    }

    private static String counted(long errors, long warnings) {
        String ofErrors = errors + (errors == 1 ? " more error" : " more errors");
        String ofWarnings = warnings + (warnings == 1 ? " more warning" : " more warnings");
        return errors == 0 ? ofWarnings : warnings == 0 ? ofErrors : ofErrors + " and " + ofWarnings;
    }

    private static void append(StringBuilder text, Diagnostic diagnostic, Function<Location, String> line) {
        Location location = diagnostic.location();
        boolean isLong = diagnostic.hint() != null && diagnostic.hint().contains("\n");
        String hint = diagnostic.hint() == null || isLong ? "" : " (" + diagnostic.hint() + ")";
        wrap(
                text,
                diagnostic.severity() + " " + location.place() + ": " + diagnostic.code() + ": " + message(diagnostic)
                        + hint);
        if (location.line() > 0) {
            text.append(Excerpt.of(line.apply(location), location.column()));
        }
        if (diagnostic.hint() != null && isLong) {
            for (String said : diagnostic.hint().split("\n", -1)) {
                Text.wrap(said, Text.WIDTH - 3)
                        .forEach(part -> text.append("   ").append(part).append('\n'));
            }
        }
        if (!location.pointer().isEmpty()) {
            text.append("   at ").append(Text.bounded(location.pointer())).append('\n');
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
        String rest = Text.bounded(line).replace('\n', ' ');
        String indent = "";
        // The place is never broken: development environments make a link of it.
        int place = rest.indexOf(": ") + 1;
        while (indent.length() + rest.length() > Text.WIDTH) {
            int room = Text.WIDTH - indent.length();
            int blank = rest.lastIndexOf(' ', room);
            int end = blank > place ? blank : Math.max(room, place);
            text.append(indent).append(rest, 0, end).append('\n');
            rest = rest.substring(end).stripLeading();
            indent = CONTINUED;
            place = 0;
        }
        text.append(indent).append(rest).append('\n');
    }
}
