package io.github.asltestkit.assertj;

import io.github.asltestkit.inspection.StateVisit;

/** A state was entered against expectation. */
final class ShouldNotVisit {
    private ShouldNotVisit() {}

    static Message of(Told told, String state, StateVisit visit) {
        Message.Builder message = Message.verdict("State " + state + " was not expected to be entered, but it was, at "
                + told.since(visit.enteredAt()) + ".");
        Visits.hint(message, told, state);
        int index = visit.branch().visits().indexOf(visit);
        Why why = index == 0
                ? new Why(visit.path() + " is where its line of states starts", told.place(visit, ""))
                : Why.ofStep(told, visit.branch().visits().get(index - 1));
        return why.addTo(message).build("no " + state, told.stateNames());
    }
}
