package io.github.asltestkit.assertj.error;

import io.github.asltestkit.inspection.Attempt;
import io.github.asltestkit.inspection.StateVisit;

/** A state was expected to miss a heartbeat. */
public final class ShouldMissHeartbeat {
    private ShouldMissHeartbeat() {}

    public static Message of(Evidence evidence, StateVisit visit) {
        Attempt last = Timeouts.last(visit);
        String was = visit.timedOut() ? "its TimeoutSeconds passed first" : Timeouts.outcome(last);
        String verdict = "Expected " + visit.path() + " to miss a heartbeat, but " + was + ".";
        return Timeouts.message(
                evidence,
                visit,
                last,
                verdict,
                "heartbeat deadline passed",
                Timeouts.actual(evidence, last),
                "HeartbeatSeconds");
    }
}
