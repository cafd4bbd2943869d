package io.github.asltestkit.assertj.error;

import io.github.asltestkit.inspection.Branch;
import io.github.asltestkit.inspection.StateVisit;
import io.github.asltestkit.internal.message.DidYouMean;
import io.github.asltestkit.internal.message.FoldedPath;
import java.util.List;

/** A state was not entered in a branch or an iteration. */
public final class ShouldVisitWithin {
    private ShouldVisitWithin() {}

    public static Message of(Evidence evidence, Branch line, String state) {
        List<String> path = line.path();
        Message.Builder message = Message.verdict(
                        "State " + state + " was expected to be entered in " + line.place() + ", but it was not.")
                .fact("path", path.isEmpty() ? "(no state)" : FoldedPath.of(path))
                .fact("hint", DidYouMean.hint(state, path));
        List<StateVisit> visits = line.visits();
        Why why = visits.isEmpty() ? Why.UNKNOWN : Why.ofStep(evidence, visits.get(visits.size() - 1));
        return why.addTo(message).build(state, path);
    }
}
