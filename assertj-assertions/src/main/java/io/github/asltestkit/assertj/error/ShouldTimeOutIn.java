package io.github.asltestkit.assertj.error;

import io.github.asltestkit.inspection.ExecutionInspection;
import io.github.asltestkit.inspection.StateVisit;
import io.github.asltestkit.inspection.VisitOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The execution's own time ran out in another state than expected. */
public final class ShouldTimeOutIn {
    private ShouldTimeOutIn() {}

    public static Message of(Evidence evidence, String expected) {
        List<StateVisit> heldUp = heldUp(evidence.inspection());
        List<String> states = heldUp.stream().map(StateVisit::path).toList();
        Message.Builder message = Message.verdict(
                        evidence.sentenceSubject() + " timed out in a different state than expected.")
                .line("expected", expected)
                .fact("but was", states.isEmpty() ? "in no state" : String.join(", ", states));
        for (StateVisit visit : heldUp) {
            message.line("entered", visit.path() + " at " + evidence.since(visit.enteredAt()));
        }
        return Why.ofStatus(evidence).addTo(message).build(expected, states);
    }

    /** The stays that lasted when an execution ended, those in Parallel and Map states around others too. */
    public static List<StateVisit> heldUp(ExecutionInspection inspection) {
        Instant end = inspection.endedAt();
        List<StateVisit> heldUp = new ArrayList<>();
        for (StateVisit visit : inspection.allVisits()) {
            if (visit.outcome() == VisitOutcome.ABORTED && end != null && end.equals(visit.endedAt())) {
                heldUp.add(visit);
            }
        }
        return heldUp;
    }
}
