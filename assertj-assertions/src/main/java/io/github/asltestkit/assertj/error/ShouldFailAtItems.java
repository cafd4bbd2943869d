package io.github.asltestkit.assertj.error;

import io.github.asltestkit.MapRun;
import java.util.List;

/** The child executions of other items of a Map Run failed than expected. */
public final class ShouldFailAtItems {
    private ShouldFailAtItems() {}

    public static Message of(Evidence evidence, MapRun run, List<Integer> expected, List<Integer> actual) {
        return new MapRunFacts(
                        evidence,
                        run,
                        "Other child executions of the Map Run of " + run.statePath() + " failed than expected.")
                .expecting("those of the items " + expected, "those of the items " + actual)
                .build(expected, actual);
    }
}
