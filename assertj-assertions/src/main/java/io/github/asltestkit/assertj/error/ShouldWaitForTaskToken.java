package io.github.asltestkit.assertj.error;

import io.github.asltestkit.inspection.StateVisit;
import java.util.List;

/** No task of a state waits for its task token. */
public final class ShouldWaitForTaskToken {
    private ShouldWaitForTaskToken() {}

    public static Message of(Evidence evidence, String state, List<StateVisit> visits) {
        Message.Builder message = Message.verdict("No task of " + state + " waits for its task token.");
        if (visits.isEmpty()) {
            message.line("but was", state + " was not entered");
        } else {
            StateVisit last = visits.get(visits.size() - 1);
            message.line("but was", state + " entered at " + evidence.since(last.enteredAt()) + ", " + last.outcome());
            message.fact("attempts", Why.attempts(evidence, last.attempts()));
        }
        message.line("status", evidence.inspection().status().name());
        return Why.ofStatus(evidence).addTo(message).build(state + " waits for its task token", "it does not");
    }
}
