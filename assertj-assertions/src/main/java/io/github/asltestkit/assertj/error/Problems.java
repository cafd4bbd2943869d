package io.github.asltestkit.assertj.error;

import io.github.asltestkit.diagnostic.Diagnostic;
import io.github.asltestkit.internal.message.Text;
import java.util.ArrayList;
import java.util.List;

/** The problems of a definition, as messages list them. */
final class Problems {
    private static final int SHOWN = 20;

    private Problems() {}

    static List<String> list(List<Diagnostic> diagnostics) {
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
