package io.github.asltestkit.assertj.error;

import io.github.asltestkit.explore.ExplorationResult;
import io.github.asltestkit.explore.ExploredRun;
import io.github.asltestkit.internal.message.Times;
import java.util.List;

/** Runs of an exploration with the same faults end otherwise, by who went first. */
public final class ShouldHaveOneOutcome {
    private ShouldHaveOneOutcome() {}

    public static Message of(ExplorationResult result, List<ExploredRun> pair) {
        ExploredRun one = pair.get(0);
        ExploredRun other = pair.get(1);
        Message.Builder message = Message.verdict("Whichever branch of " + Counterexample.name(result)
                        + " goes first, the outcome was expected to be the same, but it is not.")
                .line("search", result.extent())
                .block()
                .line("with", one.plan().toString())
                .line("ended", outcome(one))
                .line("but with", other.plan().toString())
                .line("ended", outcome(other));
        message.block().lines(Counterexample.timeline(one));
        message.block().lines(Counterexample.timeline(other));
        return message.build(outcome(one), outcome(other));
    }

    private static String outcome(ExploredRun run) {
        String error = run.error() == null ? "" : " with " + run.error();
        String output = run.output() == null ? "" : " with output " + run.output();
        return run.status() + error + output + " after " + Times.text(run.elapsed());
    }
}
