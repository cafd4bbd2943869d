package io.github.asltestkit.assertj.error;

import io.github.asltestkit.inspection.StateVisit;

/** Another Catcher caught the error of a state than expected, or none did. */
public final class ShouldBeCaughtBy {
    private ShouldBeCaughtBy() {}

    public static Message of(Evidence evidence, StateVisit visit, int expected) {
        Integer index = visit.catcherIndex();
        String actual = index != null
                ? "by Catch[" + index + "], then " + visit.next()
                : visit.caughtBy() != null
                        ? "caught, then " + visit.next() + evidence.unnamedHandler()
                        : "not caught: " + visit.outcome() + (visit.error() == null ? "" : " " + visit.error());
        Message.Builder message = Message.verdict(
                        visit.path() + " was expected to be caught by Catch[" + expected + "], but it was not.")
                .line("expected", "by Catch[" + expected + "]")
                .fact("but was", actual);
        return Why.ofError(evidence, visit).addTo(message).build("Catch[" + expected + "]", actual);
    }
}
