package io.github.asltestkit.assertj.error;

import io.github.asltestkit.definition.StateType;
import io.github.asltestkit.inspection.StateVisit;

/** A Parallel or Map state did not start the expected number of branches or iterations. */
public final class ShouldHaveBranches {
    private ShouldHaveBranches() {}

    public static Message of(Evidence evidence, StateVisit visit, int expected) {
        int actual = visit.branches().size();
        Message.Builder message = Message.verdict(
                        visit.path() + " did not start the expected number of branches or iterations.")
                .line("expected", String.valueOf(expected))
                .line("but was", String.valueOf(actual))
                .block();
        if (actual > 0) {
            Branches.list(message, visit, visit.type() == StateType.MAP ? "item" : "branch");
        }
        return new Why(null, evidence.place(visit, "")).addTo(message).build(expected, actual);
    }
}
