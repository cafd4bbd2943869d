package io.github.asltestkit.assertj;

import io.github.asltestkit.inspection.Branch;
import io.github.asltestkit.inspection.StateVisit;

/** A Parallel or Map state has no such branch or item. */
final class ShouldHaveBranch {
    private ShouldHaveBranch() {}

    static Message of(Told told, StateVisit visit, String what, int index) {
        Message.Builder message = Message.verdict(visit.path() + " has no " + what + " " + index + ".");
        for (Branch branch :
                visit.branches().subList(0, Math.min(20, visit.branches().size()))) {
            message.line(what + " " + branch.index(), branch.outcome() + ", " + String.join(" -> ", branch.path()));
        }
        if (visit.branches().isEmpty()) {
            message.line("but was", "a " + visit.type().aslName() + " state without any");
        }
        return new Why(null, told.place(visit, ""))
                .addTo(message)
                .build(index, visit.branches().size());
    }
}
