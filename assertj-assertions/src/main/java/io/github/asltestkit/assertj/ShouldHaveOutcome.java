package io.github.asltestkit.assertj;

import io.github.asltestkit.inspection.Branch;
import io.github.asltestkit.inspection.StateVisit;
import io.github.asltestkit.inspection.VisitOutcome;
import java.util.List;

/** A stay in a state, or a line of states below one, ended otherwise than expected. */
final class ShouldHaveOutcome {
    private ShouldHaveOutcome() {}

    static Message of(Told told, StateVisit visit, String expected) {
        String actual = visit.outcome() + (visit.error() == null ? "" : " " + visit.error());
        Message.Builder message = Message.verdict(visit.path() + " did not end as expected.")
                .line("expected", expected)
                .line("but was", actual);
        return Why.ofError(told, visit).addTo(message).build(expected, actual);
    }

    static Message of(Told told, Branch branch, VisitOutcome expected) {
        Message.Builder message = Message.verdict(branch.place() + " did not end as expected.")
                .line("expected", expected.name())
                .line("but was", branch.outcome().name())
                .fact("path", String.join(" -> ", branch.path()));
        List<StateVisit> visits = branch.visits();
        Why why = branch.outcome() == VisitOutcome.ABORTED
                ? Why.ofAbort(told, branch)
                : visits.isEmpty() ? Why.ofStatus(told) : Why.ofError(told, visits.get(visits.size() - 1));
        return why.addTo(message).build(expected, branch.outcome());
    }
}
