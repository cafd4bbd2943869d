package io.github.asltestkit.assertj.error;

import io.github.asltestkit.coverage.Coverage;
import io.github.asltestkit.coverage.CoverageItem;
import java.util.List;

/** Executions did not take all that was expected to be taken. */
public final class ShouldCover {
    private ShouldCover() {}

    public static Message of(Coverage coverage, String what, int taken, List<CoverageItem> missed) {
        Message.Builder message = Message.verdict(
                        "The executions were expected to cover " + what + " in " + Uncovered.name(coverage) + ".")
                .line("expected", (taken + missed.size()) + " taken")
                .line("but was", taken + " taken");
        return Uncovered.list(message, coverage, missed)
                .build(List.of(), missed.stream().map(CoverageItem::missed).toList());
    }
}
