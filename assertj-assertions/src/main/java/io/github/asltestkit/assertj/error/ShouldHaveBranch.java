package io.github.asltestkit.assertj.error;

import io.github.asltestkit.inspection.StateVisit;

/** A Parallel or Map state has no such branch or item. */
public final class ShouldHaveBranch {
    private ShouldHaveBranch() {}

    public static Message of(Evidence evidence, StateVisit visit, String what, int index) {
        Message.Builder message = Message.verdict(visit.path() + " has no " + what + " " + index + ".");
        Branches.list(message, visit, what);
        return new Why(null, evidence.place(visit, ""))
                .addTo(message)
                .build(index, visit.branches().size());
    }
}
