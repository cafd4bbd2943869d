package io.github.asltestkit.assertj.error;

import io.github.asltestkit.MapRun;

/** Another number of the items of a Map Run than expected is in some state. */
public final class ShouldHaveItems {
    private ShouldHaveItems() {}

    public static Message of(Evidence evidence, MapRun run, String what, long expected, long actual) {
        return new MapRunFacts(
                        evidence,
                        run,
                        "The Map Run of " + run.statePath() + " has another number of " + what + " than expected.")
                .expecting(String.valueOf(expected), String.valueOf(actual))
                .build(expected, actual);
    }
}
