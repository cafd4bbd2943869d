package io.github.asltestkit.assertj.error;

import io.github.asltestkit.inspection.StateVisit;

/** A state made no attempt of an index. */
public final class ShouldHaveAttempt {
    private ShouldHaveAttempt() {}

    public static Message of(Evidence evidence, StateVisit visit, int index) {
        Message.Builder message =
                Message.verdict(visit.path() + " has no attempt at index " + index + " (0 is the first try).");
        Attempts.list(message, evidence, visit);
        return Why.ofError(evidence, visit)
                .addTo(message)
                .build(index + 1, visit.attempts().size());
    }
}
