package io.github.asltestkit.assertj.error;

import io.github.asltestkit.inspection.Branch;
import io.github.asltestkit.inspection.StateVisit;
import io.github.asltestkit.inspection.VisitOutcome;
import io.github.asltestkit.internal.message.FoldedPath;
import java.util.List;

/** A branch or an iteration ended otherwise than expected. */
public final class ShouldEndBranch {
    private ShouldEndBranch() {}

    public static Message of(Evidence evidence, Branch branch, VisitOutcome expected) {
        Message.Builder message = Message.verdict(branch.place() + " did not end as expected.")
                .line("expected", expected.name())
                .line("but was", branch.outcome().name())
                .fact("path", FoldedPath.of(branch.path()));
        List<StateVisit> visits = branch.visits();
        Why why = branch.outcome() == VisitOutcome.ABORTED
                ? Why.ofAbort(evidence, branch)
                : visits.isEmpty() ? Why.ofStatus(evidence) : Why.ofError(evidence, visits.get(visits.size() - 1));
        return why.addTo(message).build(expected, branch.outcome());
    }
}
