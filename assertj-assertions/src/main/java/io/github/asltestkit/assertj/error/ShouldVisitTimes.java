package io.github.asltestkit.assertj.error;

import io.github.asltestkit.inspection.StateVisit;
import java.util.List;

/** A state was entered more or less often than expected. */
public final class ShouldVisitTimes {
    private ShouldVisitTimes() {}

    public static Message of(Evidence evidence, String state, int expected, List<Seen> seen) {
        Message.Builder message = Message.verdict("State " + state + " was entered " + times(seen.size())
                + ", but was expected to be entered " + times(expected) + ".");
        for (int i = 0; i < Math.min(seen.size(), 20); i++) {
            StateVisit visit = seen.get(i).visit();
            message.line(
                    "entry " + (i + 1),
                    evidence.since(visit.enteredAt()) + " " + seen.get(i).path() + " " + visit.outcome());
        }
        Visits.hint(message.block(), evidence, state);
        return Why.ofStatus(evidence).addTo(message).build(expected, seen.size());
    }

    private static String times(int number) {
        return number == 0 ? "never" : number == 1 ? "once" : number + " times";
    }
}
