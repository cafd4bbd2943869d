package io.github.asltestkit.assertj.error;

import io.github.asltestkit.inspection.Branch;
import io.github.asltestkit.inspection.StateVisit;
import io.github.asltestkit.internal.message.FoldedPath;

/** The branches or iterations of a state, as messages list them. */
public final class Branches {
    private Branches() {}

    static void list(Message.Builder message, StateVisit visit, String what) {
        for (Branch branch :
                visit.branches().subList(0, Math.min(20, visit.branches().size()))) {
            message.fact(what + " " + branch.index(), branch.outcome() + ", " + FoldedPath.of(branch.path()));
        }
        if (visit.branches().isEmpty()) {
            message.fact("but was", "a " + visit.type().aslName() + " state without any");
        }
    }
}
