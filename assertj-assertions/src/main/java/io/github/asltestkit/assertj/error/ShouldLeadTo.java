package io.github.asltestkit.assertj.error;

import io.github.asltestkit.inspection.StateVisit;

/** A state led elsewhere than expected, by Next, Choice or Catch. */
public final class ShouldLeadTo {
    private ShouldLeadTo() {}

    public static Message of(Evidence evidence, StateVisit visit, String expected) {
        Message.Builder message = Message.verdict(visit.path() + " did not lead to the expected state.")
                .line("expected next", expected)
                .line("actual next", String.valueOf(visit.next() == null ? "(none)" : visit.next()));
        return Why.ofStep(evidence, visit).addTo(message).build(expected, visit.next());
    }
}
