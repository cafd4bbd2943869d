package io.github.asltestkit.assertj.error;

import io.github.asltestkit.inspection.StateVisit;

/** A stay in a state has not ended, so that it has no length yet. */
public final class ShouldHaveEnded {
    private ShouldHaveEnded() {}

    public static Message of(Evidence evidence, StateVisit visit, String expected, Object compared) {
        Message.Builder message = Message.verdict(visit.path() + " has not ended.")
                .line("expected", expected)
                .line("but was", "entered at " + evidence.since(visit.enteredAt()));
        return Why.ofStatus(evidence).addTo(message).build(compared, null);
    }
}
