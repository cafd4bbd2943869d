package io.github.asltestkit.assertj.error;

import io.github.asltestkit.explore.ExplorationResult;

/** An exploration ran a sample of what it was asked for. */
public final class ShouldExploreEverything {
    private ShouldExploreEverything() {}

    public static Message of(ExplorationResult result) {
        return Message.verdict("Only a sample of the runs of " + Counterexample.name(result) + " was explored.")
                .line("expected", "all runs")
                .line("but was", result.extent())
                .block()
                .fact("to explore all", "raise the limit with limit(...), or ask for fewer faults with failures(...)")
                .build("all runs", result.extent());
    }
}
