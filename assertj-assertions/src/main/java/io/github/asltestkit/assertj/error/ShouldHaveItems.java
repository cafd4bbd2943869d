package io.github.asltestkit.assertj.error;

import io.github.asltestkit.MapRun;

/** The Map Run does not have the expected number of items of some kind. */
public final class ShouldHaveItems {
    private ShouldHaveItems() {}

    public static Message of(Evidence evidence, MapRun run, String what, long expected, long actual) {
        return new MapRunFacts(
                        evidence,
                        run,
                        "Expected a different number of " + what + " in the Map Run of " + run.statePath() + ".")
                .expecting(String.valueOf(expected), String.valueOf(actual))
                .build(expected, actual);
    }
}
