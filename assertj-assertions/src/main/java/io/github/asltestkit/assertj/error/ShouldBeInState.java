package io.github.asltestkit.assertj.error;

import io.github.asltestkit.inspection.StateVisit;
import io.github.asltestkit.inspection.VisitOutcome;
import io.github.asltestkit.internal.message.Times;
import java.util.List;

/** An execution is in another state than expected, or has ended. */
public final class ShouldBeInState {
    private ShouldBeInState() {}

    public static Message of(Evidence evidence, String state) {
        List<String> now = evidence.inspection().allVisits().stream()
                .filter(visit -> visit.outcome() == VisitOutcome.RUNNING)
                .map(StateVisit::path)
                .toList();
        String actual =
                now.isEmpty() ? "in no state: " + evidence.inspection().status() : "in " + String.join(", ", now);
        Message.Builder message = Message.verdict(
                        evidence.sentenceSubject() + " is not in the expected state, at " + at(evidence) + ".")
                .line("expected", "in " + state)
                .line("but was", actual)
                .block();
        Visits.hint(message, evidence, state);
        return Why.ofStatus(evidence).addTo(message).build(state, now);
    }

    private static String at(Evidence evidence) {
        return "+" + Times.text(evidence.elapsed());
    }
}
