package io.github.asltestkit.assertj;

import io.github.asltestkit.inspection.StateVisit;

/** A state made no attempt of an index. */
final class ShouldHaveAttempt {
    private ShouldHaveAttempt() {}

    static Message of(Told told, StateVisit visit, int index) {
        Message.Builder message =
                Message.verdict(visit.path() + " has no attempt at index " + index + " (0 is the first try).");
        Attempts.list(message, told, visit);
        return Why.ofError(told, visit)
                .addTo(message)
                .build(index + 1, visit.attempts().size());
    }
}
