package io.github.asltestkit.assertj.error;

import io.github.asltestkit.inspection.StateVisit;

/** A state was not attempted as often as expected. */
public final class ShouldBeAttempted {
    private ShouldBeAttempted() {}

    public static Message of(Evidence evidence, StateVisit visit, int expected) {
        int actual = visit.attempts().size();
        Message.Builder message = Message.verdict(visit.path() + " was not attempted as often as expected.")
                .line("expected attempts", String.valueOf(expected))
                .line("actual attempts", String.valueOf(actual))
                .block();
        Attempts.list(message, evidence, visit);
        return Why.ofError(evidence, visit).addTo(message).build(expected, actual);
    }
}
