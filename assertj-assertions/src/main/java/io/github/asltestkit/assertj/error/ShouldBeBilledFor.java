package io.github.asltestkit.assertj.error;

import io.github.asltestkit.history.HistoryEventType;
import io.github.asltestkit.inspection.StateVisit;
import java.util.LinkedHashMap;
import java.util.Map;

/** AWS bills another number of state transitions than expected. */
public final class ShouldBeBilledFor {
    private static final int SHOWN = 20;

    private ShouldBeBilledFor() {}

    public static Message of(Evidence evidence, int expected) {
        if (evidence.express()) {
            Message.Builder message = Message.verdict(evidence.sentenceSubject()
                            + " is not billed by state transitions: its state machine is EXPRESS.")
                    .line("expected", transitions(expected))
                    .line("but was", "billed by requests, duration and memory");
            return Why.UNKNOWN.addTo(message).build(expected, null);
        }
        int actual = evidence.inspection().billedStateTransitions();
        Message.Builder message = Message.verdict(
                        evidence.sentenceSubject() + " is not billed for the expected number of state transitions.")
                .line("expected", String.valueOf(expected))
                .line("but was", String.valueOf(actual))
                .block();
        count(evidence).entrySet().stream()
                .limit(SHOWN)
                .forEach(state -> message.line(state.getKey(), state.getValue().toString()));
        if (count(evidence).size() > SHOWN) {
            message.line("", "and " + (count(evidence).size() - SHOWN) + " more");
        }
        long redrives = evidence.inspection().history().events().stream()
                .filter(event -> event.type() == HistoryEventType.EXECUTION_REDRIVEN)
                .count();
        if (redrives > 0) {
            message.line("redrives", String.valueOf(redrives));
        }
        return message.block()
                .fact("why", "a state transition is each state that was entered, each retry, and each redrive")
                .build(expected, actual);
    }

    private static String transitions(int number) {
        return number + (number == 1 ? " state transition" : " state transitions");
    }

    private static Map<String, Count> count(Evidence evidence) {
        Map<String, Count> counts = new LinkedHashMap<>();
        for (StateVisit visit : evidence.inspection().allVisits()) {
            int retries = Math.max(0, visit.attempts().size() - 1);
            counts.merge(visit.name(), new Count(1, retries), Count::plus);
        }
        return counts;
    }

    private record Count(int entered, int retries) {
        Count plus(Count other) {
            return new Count(entered + other.entered, retries + other.retries);
        }

        @Override
        public String toString() {
            return entered + " entered" + (retries == 0 ? "" : ", " + retries + " retried");
        }
    }
}
