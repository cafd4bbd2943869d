package io.github.asltestkit.assertj;

import io.github.asltestkit.diagnostic.Diagnostic;
import io.github.asltestkit.internal.message.DidYouMean;
import io.github.asltestkit.internal.message.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The problems of a definition are others than expected. */
final class ShouldHaveDiagnostics {
    private static final int SHOWN = 20;

    private ShouldHaveDiagnostics() {}

    static Message none(List<Diagnostic> all, String expected, List<Diagnostic> unexpected) {
        Message.Builder message = Message.verdict("The definition was expected to have " + expected + ", but it has "
                        + (unexpected.size() == 1 ? "one" : String.valueOf(unexpected.size())) + ".")
                .lines(shown(unexpected));
        return message.build(expected, all);
    }

    static Message code(List<Diagnostic> all, String code, @Nullable String pointer) {
        String expected = code + (pointer == null ? "" : " at " + pointer);
        List<String> codes = all.stream().map(Diagnostic::code).distinct().toList();
        Message.Builder message = Message.verdict("The definition was expected to have a problem " + expected
                        + ", but it has " + (all.isEmpty() ? "none." : "others."))
                .fact("hint", codes.contains(code) ? null : DidYouMean.hint(code, codes))
                .block()
                .lines(shown(all));
        return message.build(expected, all);
    }

    static Message exactly(List<Diagnostic> all, List<String> expected) {
        List<String> actual = all.stream().map(Diagnostic::code).toList();
        Message.Builder message = Message.verdict("The problems of the definition are not those expected.")
                .fact("expected", expected.isEmpty() ? "(none)" : String.join(", ", expected))
                .fact("but were", actual.isEmpty() ? "(none)" : String.join(", ", actual))
                .block()
                .lines(shown(all));
        return message.build(expected, actual);
    }

    private static List<String> shown(List<Diagnostic> diagnostics) {
        List<String> lines = new ArrayList<>();
        for (Diagnostic diagnostic : diagnostics.subList(0, Math.min(SHOWN, diagnostics.size()))) {
            List<String> wrapped = Text.wrap(
                    diagnostic.severity() + " " + diagnostic.location().place() + ": " + diagnostic.code() + ": "
                            + diagnostic.message()
                            + (diagnostic.hint() == null ? "" : " (" + diagnostic.hint() + ")"),
                    Text.WIDTH - 8);
            lines.add(wrapped.get(0));
            wrapped.stream().skip(1).forEach(line -> lines.add("      " + line));
            if (!diagnostic.location().pointer().isEmpty()) {
                lines.add("   at " + diagnostic.location().pointer());
            }
        }
        if (diagnostics.size() > SHOWN) {
            lines.add("and " + (diagnostics.size() - SHOWN) + " more");
        }
        return lines;
    }
}
