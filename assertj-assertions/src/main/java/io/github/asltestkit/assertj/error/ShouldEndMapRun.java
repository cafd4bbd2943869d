package io.github.asltestkit.assertj.error;

import io.github.asltestkit.MapRun;
import io.github.asltestkit.history.MapRunStatus;

/** The Map Run of a distributed Map state ended with another status than expected. */
public final class ShouldEndMapRun {
    private ShouldEndMapRun() {}

    public static Message of(Evidence evidence, MapRun run, MapRunStatus expected) {
        return new MapRunFacts(evidence, run, "The Map Run of " + run.statePath() + " did not end as expected.")
                .expecting(expected.name(), run.status().name())
                .build(expected, run.status());
    }
}
