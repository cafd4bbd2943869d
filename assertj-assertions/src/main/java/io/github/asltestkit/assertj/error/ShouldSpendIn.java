package io.github.asltestkit.assertj.error;

import io.github.asltestkit.inspection.StateVisit;
import io.github.asltestkit.internal.message.Times;
import java.time.Duration;
import java.util.List;

/** The execution spent more or less time in a state than expected, over all stays in it. */
public final class ShouldSpendIn {
    private static final int SHOWN = 20;

    private ShouldSpendIn() {}

    public static Duration total(List<Seen> visits) {
        Duration total = Duration.ZERO;
        for (Seen seen : visits) {
            Duration duration = seen.visit().duration();
            total = duration == null ? total : total.plus(duration);
        }
        return total;
    }

    public static Message of(Evidence evidence, String state, List<Seen> visits, Duration expected) {
        Duration actual = total(visits);
        Duration difference = actual.minus(expected);
        Message.Builder message = Message.verdict(evidence.sentenceSubject() + " spent " + Times.text(difference.abs())
                        + (difference.isNegative() ? " less" : " more") + " in " + state
                        + " than expected, in virtual time.")
                .line("expected", Times.text(expected))
                .line("but was", Times.text(actual))
                .block();
        for (int i = 0; i < Math.min(visits.size(), SHOWN); i++) {
            StateVisit visit = visits.get(i).visit();
            Duration duration = visit.duration();
            message.line(
                    "entry " + (i + 1),
                    evidence.since(visit.enteredAt()) + " " + visits.get(i).path() + " "
                            + (duration == null ? "has not ended" : "for " + Times.text(duration)));
        }
        if (visits.size() > SHOWN) {
            message.line("", "and " + (visits.size() - SHOWN) + " more");
        }
        return new Why(
                        null,
                        visits.isEmpty()
                                ? null
                                : visits.get(0).evidence().place(visits.get(0).visit(), ""))
                .addTo(message)
                .build(expected, actual);
    }
}
