package io.github.asltestkit.assertj.error;

import io.github.asltestkit.explore.ExplorationResult;
import io.github.asltestkit.explore.ExploredRun;
import java.util.List;

/** A run of an exploration ends or waits for ever, and a worker has a token that nobody has given up. */
public final class ShouldLeaveNoTokenWaiting {
    private ShouldLeaveNoTokenWaiting() {}

    public static Message of(ExplorationResult result, List<ExploredRun> broken) {
        Message.Builder message = Message.verdict("A run of " + Counterexample.name(result)
                + " leaves a worker with a task token that nobody waits for, or waits for in vain.");
        return Counterexample.of(
                message,
                result,
                broken,
                "the task token of " + Counterexample.calls(broken, ExploredRun::tokensLeftWaiting));
    }
}
