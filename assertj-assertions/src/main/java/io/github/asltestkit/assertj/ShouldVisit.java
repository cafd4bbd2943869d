package io.github.asltestkit.assertj;

/** A state was not entered. */
final class ShouldVisit {
    private ShouldVisit() {}

    static Message of(Told told, String state) {
        Message.Builder message = Message.verdict("State " + state + " was expected to be entered, but it was not.");
        Visits.hint(message, told, state);
        return Why.ofStatus(told).addTo(message).build(state, told.stateNames());
    }
}
