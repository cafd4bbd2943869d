package io.github.asltestkit.assertj.error;

import io.github.asltestkit.explore.ExplorationResult;
import io.github.asltestkit.explore.ExploredRun;
import java.util.List;

/** A run of an exploration is ended by nothing but the quota of the service. */
public final class ShouldNeverWaitForTheQuota {
    private ShouldNeverWaitForTheQuota() {}

    public static Message of(ExplorationResult result, List<ExploredRun> broken) {
        Message.Builder message = Message.verdict(
                "A run of " + Counterexample.name(result) + " waits until the quota of the service ends it.");
        return Counterexample.of(message, result, broken, null);
    }
}
