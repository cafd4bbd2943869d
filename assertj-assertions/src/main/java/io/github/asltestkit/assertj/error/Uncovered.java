package io.github.asltestkit.assertj.error;

import io.github.asltestkit.coverage.Coverage;
import io.github.asltestkit.coverage.CoverageItem;
import io.github.asltestkit.coverage.DefinitionCoverage;
import io.github.asltestkit.internal.message.Text;
import java.util.ArrayList;
import java.util.List;

/** What was never taken of definitions, as messages list it. */
final class Uncovered {
    private static final int SHOWN = 50;

    private Uncovered() {}

    /** The definition, or how many there are. */
    static String name(Coverage coverage) {
        List<DefinitionCoverage> definitions = coverage.definitions();
        return definitions.size() == 1
                ? Text.cut(definitions.get(0).outline().name(), 60)
                : definitions.size() + " definitions";
    }

    static Message.Builder list(Message.Builder message, Coverage coverage, List<CoverageItem> missed) {
        List<String> lines = new ArrayList<>(List.of("never taken:"));
        for (DefinitionCoverage definition : coverage.definitions()) {
            for (CoverageItem item : definition.missed()) {
                if (missed.contains(item) && lines.size() <= SHOWN) {
                    lines.add("  " + definition.outline().name() + ":" + item.line() + ":" + item.column() + "  "
                            + item.missed());
                }
            }
        }
        if (missed.size() >= lines.size()) {
            lines.add("  and " + (missed.size() - lines.size() + 1) + " more");
        }
        return message.block().lines(lines);
    }
}
