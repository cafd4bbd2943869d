package io.github.asltestkit.assertj.error;

import io.github.asltestkit.inspection.StateVisit;

/** No Catcher of a state led on, or one did not lead to the expected state. */
public final class ShouldBeCaught {
    private ShouldBeCaught() {}

    public static Message of(Evidence evidence, StateVisit visit, String expected) {
        String actual = visit.caughtBy();
        Message.Builder message = Message.verdict(visit.path()
                        + (actual == null
                                ? " was expected to be caught, but nothing was."
                                : " was caught, but did not lead to the expected state."))
                .line("expected", "caught, then " + expected)
                .fact("but was", actual == null ? visit.outcome() + after(visit) : "caught, then " + actual);
        return Why.ofStep(evidence, visit).addTo(message).build(expected, actual);
    }

    private static String after(StateVisit visit) {
        return visit.next() == null ? "" : ", then " + visit.next();
    }
}
