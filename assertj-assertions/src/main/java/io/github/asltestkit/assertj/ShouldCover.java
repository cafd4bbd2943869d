package io.github.asltestkit.assertj;

import io.github.asltestkit.coverage.Coverage;
import io.github.asltestkit.coverage.CoverageItem;
import io.github.asltestkit.coverage.DefinitionCoverage;
import io.github.asltestkit.coverage.ItemKind;
import io.github.asltestkit.internal.message.DidYouMean;
import io.github.asltestkit.internal.message.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Executions took less of definitions than expected. */
final class ShouldCover {
    private static final int SHOWN = 50;

    private ShouldCover() {}

    static Message atLeast(Coverage coverage, double percent) {
        List<CoverageItem> missed = coverage.definitions().stream()
                .flatMap(definition -> definition.missedOutermost().stream())
                .toList();
        String wanted =
                percent == Math.rint(percent) ? String.format(Locale.ROOT, "%.0f", percent) : String.valueOf(percent);
        Message.Builder message = Message.verdict("The executions cover less of " + name(coverage) + " than expected.")
                .line("expected", wanted + " %")
                .line("but was", coverage.ratio().toString());
        return missed(message, coverage, missed).build(percent, coverage.ratio().percent());
    }

    static Message items(Coverage coverage, String what, int taken, List<CoverageItem> missed) {
        Message.Builder message = Message.verdict(
                        "The executions were expected to cover " + what + " in " + name(coverage) + ".")
                .line("expected", (taken + missed.size()) + " taken")
                .line("but was", taken + " taken");
        return missed(message, coverage, missed)
                .build(List.of(), missed.stream().map(CoverageItem::missed).toList());
    }

    static Message state(Coverage coverage, String state) {
        List<String> states = coverage.definitions().stream()
                .flatMap(definition -> definition.outline().items().stream())
                .filter(item -> item.kind() == ItemKind.STATE)
                .map(CoverageItem::subject)
                .toList();
        Message.Builder message = Message.verdict("There is no state " + state + " in " + name(coverage) + ".")
                .fact("states", String.join(", ", states))
                .fact("hint", DidYouMean.hint(state, states));
        return message.build(state, states);
    }

    private static String name(Coverage coverage) {
        List<DefinitionCoverage> definitions = coverage.definitions();
        return definitions.size() == 1
                ? Text.cut(definitions.get(0).outline().name(), 60)
                : definitions.size() + " definitions";
    }

    private static Message.Builder missed(Message.Builder message, Coverage coverage, List<CoverageItem> missed) {
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
