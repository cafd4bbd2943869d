package io.github.asltestkit.assertj.error;

/** A state was not entered. */
public final class ShouldVisit {
    private ShouldVisit() {}

    public static Message of(Evidence evidence, String state) {
        Message.Builder message = Message.verdict("State " + state + " was expected to be entered, but it was not.");
        Visits.hint(message, evidence, state);
        return Why.ofStatus(evidence).addTo(message).build(state, evidence.stateNames());
    }
}
