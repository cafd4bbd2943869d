package io.github.asltestkit.assertj.error;

import io.github.asltestkit.explore.ExplorationResult;
import io.github.asltestkit.explore.ExploredRun;
import java.util.List;

/** A function that was called twice for one call gave two answers. */
public final class ShouldAnswerDuplicatesAlike {
    private ShouldAnswerDuplicatesAlike() {}

    public static Message of(ExplorationResult result, List<ExploredRun> broken) {
        Message.Builder message = Message.verdict("A function that " + Counterexample.name(result)
                + " calls gives another answer when it is called twice for one call.");
        return Counterexample.of(
                message,
                result,
                broken,
                "two answers to " + Counterexample.calls(broken, ExploredRun::callsAnsweredDifferently));
    }
}
