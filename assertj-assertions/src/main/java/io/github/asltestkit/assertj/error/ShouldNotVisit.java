package io.github.asltestkit.assertj.error;

import io.github.asltestkit.inspection.StateVisit;

/** A state was entered against expectation. */
public final class ShouldNotVisit {
    private ShouldNotVisit() {}

    public static Message of(String state, Seen seen) {
        Evidence evidence = seen.evidence();
        StateVisit visit = seen.visit();
        Message.Builder message = Message.verdict("State " + state + " was not expected to be entered, but it was, at "
                + evidence.since(visit.enteredAt()) + ".");
        Visits.hint(message, evidence, state);
        int index = visit.branch().visits().indexOf(visit);
        Why why = index == 0
                ? new Why(visit.path() + " is where its line of states starts", evidence.place(visit, ""))
                : Why.ofStep(evidence, visit.branch().visits().get(index - 1));
        return why.addTo(message).build("no " + state, evidence.stateNames());
    }
}
