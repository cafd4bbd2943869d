package io.github.asltestkit.assertj.error;

import io.github.asltestkit.inspection.StateVisit;

/** A stay in a state ended otherwise than expected. */
public final class ShouldHaveOutcome {
    private ShouldHaveOutcome() {}

    public static Message of(Evidence evidence, StateVisit visit, String expected) {
        String actual = visit.outcome() + (visit.error() == null ? "" : " " + visit.error());
        Message.Builder message = Message.verdict(visit.path() + " did not end as expected.")
                .line("expected", expected)
                .fact("but was", actual);
        return Why.ofError(evidence, visit).addTo(message).build(expected, actual);
    }
}
