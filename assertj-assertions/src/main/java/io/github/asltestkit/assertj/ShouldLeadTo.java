package io.github.asltestkit.assertj;

import io.github.asltestkit.inspection.StateVisit;

/** A state led elsewhere than expected, by Next, Choice or Catch. */
final class ShouldLeadTo {
    private ShouldLeadTo() {}

    static Message next(Told told, StateVisit visit, String expected) {
        Message.Builder message = Message.verdict(visit.path() + " led elsewhere than expected.")
                .line("expected next", expected)
                .line("actual next", String.valueOf(visit.next() == null ? "(none)" : visit.next()));
        return Why.ofStep(told, visit).addTo(message).build(expected, visit.next());
    }

    static Message caught(Told told, StateVisit visit, String expected) {
        String actual = visit.caughtBy();
        Message.Builder message = Message.verdict(visit.path()
                        + (actual == null
                                ? " was expected to be caught, but nothing was."
                                : " was caught, but led elsewhere than expected."))
                .line("expected", "caught, then " + expected)
                .line("but was", actual == null ? visit.outcome() + after(visit) : "caught, then " + actual);
        return Why.ofStep(told, visit).addTo(message).build(expected, actual);
    }

    private static String after(StateVisit visit) {
        return visit.next() == null ? "" : ", then " + visit.next();
    }
}
