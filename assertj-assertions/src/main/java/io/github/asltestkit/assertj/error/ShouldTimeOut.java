package io.github.asltestkit.assertj.error;

import io.github.asltestkit.inspection.Attempt;
import io.github.asltestkit.inspection.StateVisit;

/** A state was expected to time out. */
public final class ShouldTimeOut {
    private ShouldTimeOut() {}

    public static Message of(Evidence evidence, StateVisit visit) {
        Attempt last = Timeouts.last(visit);
        String verdict = "Expected " + visit.path() + " to time out, but " + Timeouts.outcome(last) + ".";
        return Timeouts.message(
                evidence, visit, last, verdict, "timed out", Timeouts.actual(evidence, last), "TimeoutSeconds");
    }
}
