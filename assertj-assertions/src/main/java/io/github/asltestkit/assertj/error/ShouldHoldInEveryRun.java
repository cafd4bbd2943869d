package io.github.asltestkit.assertj.error;

import io.github.asltestkit.explore.ExplorationResult;
import io.github.asltestkit.explore.ExploredRun;
import java.util.List;

/** A run of an exploration breaks a rule of the test. */
public final class ShouldHoldInEveryRun {
    private ShouldHoldInEveryRun() {}

    public static Message of(ExplorationResult result, List<ExploredRun> broken, String rule) {
        Message.Builder message = Message.verdict(
                "Not every run of " + Counterexample.name(result) + " keeps the rule \"" + rule + "\".");
        return Counterexample.of(message, result, broken, null);
    }
}
