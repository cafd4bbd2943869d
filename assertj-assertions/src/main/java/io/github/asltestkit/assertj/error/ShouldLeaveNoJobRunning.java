package io.github.asltestkit.assertj.error;

import io.github.asltestkit.explore.ExplorationResult;
import io.github.asltestkit.explore.ExploredRun;
import java.util.List;

/** A run of an exploration ends, and a job that it has submitted runs on. */
public final class ShouldLeaveNoJobRunning {
    private ShouldLeaveNoJobRunning() {}

    public static Message of(ExplorationResult result, List<ExploredRun> broken) {
        Message.Builder message = Message.verdict(
                "A run of " + Counterexample.name(result) + " ends, and a job that it submitted runs on.");
        return Counterexample.of(
                message, result, broken, "the job of " + Counterexample.calls(broken, ExploredRun::jobsLeftRunning));
    }
}
