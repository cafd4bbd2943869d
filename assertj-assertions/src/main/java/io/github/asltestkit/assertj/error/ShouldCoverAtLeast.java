package io.github.asltestkit.assertj.error;

import io.github.asltestkit.coverage.Coverage;
import io.github.asltestkit.coverage.CoverageItem;
import java.util.List;
import java.util.Locale;

/** Executions took a smaller part of definitions than expected. */
public final class ShouldCoverAtLeast {
    private ShouldCoverAtLeast() {}

    public static Message of(Coverage coverage, double percent) {
        List<CoverageItem> missed = coverage.definitions().stream()
                .flatMap(definition -> definition.missedOutermost().stream())
                .toList();
        String wanted =
                percent == Math.rint(percent) ? String.format(Locale.ROOT, "%.0f", percent) : String.valueOf(percent);
        Message.Builder message = Message.verdict(
                        "The executions cover less of " + Uncovered.name(coverage) + " than expected.")
                .line("expected", wanted + " %")
                .line("but was", coverage.ratio().toString());
        return Uncovered.list(message, coverage, missed)
                .build(percent, coverage.ratio().percent());
    }
}
