package io.github.asltestkit.coverage;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.asltestkit.internal.message.Facts;
import io.github.asltestkit.internal.message.Text;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * How much is to be taken at least.
 *
 * @param percent of all items, from 0 to 100
 * @param askedBy what asks for it, as a message names it: {@code @RequireCoverage of OrderTest}
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record MinimumCoverage(double percent, String askedBy) {
    /** More is not told, so that what is told is read. */
    private static final int MOST_MISSED = 50;

    /**
     * A minimum.
     *
     * @throws IllegalArgumentException if it is no percentage
     */
    public MinimumCoverage {
        if (!(percent >= 0 && percent <= 100)) {
            throw new IllegalArgumentException(
                    "A minimum coverage is from 0 to 100 percent, but " + askedBy + " asks for " + percent);
        }
    }

    /** What is said where a definition falls short, with what was never taken; null where it does not. */
    public @Nullable String shortfall(DefinitionCoverage definition) {
        return shortfall(definition.outline().name(), definition.ratio(), List.of(definition));
    }

    /** What is said where all definitions together fall short, with what was never taken; null where they do not. */
    public @Nullable String shortfall(Coverage coverage) {
        List<DefinitionCoverage> definitions = coverage.definitions();
        String what = definitions.size() == 1
                ? definitions.get(0).outline().name()
                : "all " + definitions.size() + " definitions";
        return shortfall(what, coverage.ratio(), definitions);
    }

    private @Nullable String shortfall(String what, Ratio ratio, List<DefinitionCoverage> definitions) {
        if (ratio.percent() >= percent) {
            return null;
        }
        List<String> missed = new ArrayList<>();
        for (DefinitionCoverage definition : definitions) {
            for (CoverageItem item : definition.missedOutermost()) {
                String place = definition.outline().name() + ":" + item.line() + ":" + item.column() + "  ";
                String indent = " ".repeat(Math.min(place.length(), 40) + 4);
                List<String> lines = Text.wrap(item.missed(), Text.WIDTH - indent.length());
                missed.add("    " + place + String.join("\n" + indent, lines));
            }
        }
        int all = missed.size();
        if (all > MOST_MISSED) {
            missed = new ArrayList<>(missed.subList(0, MOST_MISSED));
            missed.add("    and " + (all - MOST_MISSED) + " more");
        }
        int wanted = (int) Math.ceil(percent * ratio.total() / 100 - 1e-9);
        return "The tests cover " + ratio.percentText() + " % of " + Text.cut(what, 60) + ", less than "
                + percentage() + " %.\n\n"
                + new Facts()
                        .cut("covered", ratio.covered() + " of " + ratio.total())
                        .cut("wanted", wanted + " of " + ratio.total() + ", by " + Text.cut(askedBy, 80))
                        .text()
                + "\n  never taken:\n" + String.join("\n", missed)
                + "\n\nWrite tests for the items above, or require less.";
    }

    private String percentage() {
        return percent == Math.rint(percent) ? String.valueOf((long) percent) : String.valueOf(percent);
    }
}
