package io.github.asltestkit.assertj.error;

import io.github.asltestkit.BehaviourDiff;
import io.github.asltestkit.diff.Difference;
import java.util.ArrayList;
import java.util.List;

/** Differences in behaviour, each with its smallest example. */
final class ShownDifferences {
    private static final int MOST = 10;

    private ShownDifferences() {}

    static String name(BehaviourDiff diff) {
        return diff.after().definition().source().name();
    }

    static List<String> of(List<Difference> differences) {
        List<String> lines = new ArrayList<>();
        for (Difference difference : differences.subList(0, Math.min(MOST, differences.size()))) {
            lines.add(difference.example().name());
            lines.add("    " + difference.before() + " -> " + difference.after());
            lines.add("    at " + difference.place());
            if (difference.change() != null) {
                lines.add("       " + difference.change());
            }
        }
        if (differences.size() > MOST) {
            lines.add("and " + (differences.size() - MOST) + " more");
        }
        return lines;
    }
}
