package io.github.asltestkit.assertj;

import io.github.asltestkit.definition.StateType;
import io.github.asltestkit.inspection.Branch;
import io.github.asltestkit.inspection.StateVisit;

/** A Parallel or Map state has no such branch or item. */
final class ShouldHaveBranch {
    private ShouldHaveBranch() {}

    static Message of(Told told, StateVisit visit, String what, int index) {
        Message.Builder message = Message.verdict(visit.path() + " has no " + what + " " + index + ".");
        list(message, visit, what);
        return new Why(null, told.place(visit, ""))
                .addTo(message)
                .build(index, visit.branches().size());
    }

    static Message number(Told told, StateVisit visit, int expected) {
        int actual = visit.branches().size();
        Message.Builder message = Message.verdict(
                        visit.path() + " started another number of branches or iterations than expected.")
                .line("expected", String.valueOf(expected))
                .line("but was", String.valueOf(actual))
                .block();
        if (actual > 0) {
            list(message, visit, visit.type() == StateType.MAP ? "item" : "branch");
        }
        return new Why(null, told.place(visit, "")).addTo(message).build(expected, actual);
    }

    private static void list(Message.Builder message, StateVisit visit, String what) {
        for (Branch branch :
                visit.branches().subList(0, Math.min(20, visit.branches().size()))) {
            message.line(what + " " + branch.index(), branch.outcome() + ", " + String.join(" -> ", branch.path()));
        }
        if (visit.branches().isEmpty()) {
            message.line("but was", "a " + visit.type().aslName() + " state without any");
        }
    }
}
