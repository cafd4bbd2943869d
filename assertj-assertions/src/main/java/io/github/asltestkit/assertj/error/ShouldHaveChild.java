package io.github.asltestkit.assertj.error;

import io.github.asltestkit.MapRun;

/** A Map Run has no child execution of an index, or has not kept it. */
public final class ShouldHaveChild {
    private ShouldHaveChild() {}

    public static Message of(Evidence evidence, MapRun run, int index, String notThere) {
        int end = notThere.indexOf('\n');
        return new MapRunFacts(evidence, run, end < 0 ? notThere : notThere.substring(0, end)).build(index, "none");
    }
}
