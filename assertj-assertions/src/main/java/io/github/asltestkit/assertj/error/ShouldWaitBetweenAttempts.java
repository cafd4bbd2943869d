package io.github.asltestkit.assertj.error;

import io.github.asltestkit.inspection.Attempt;
import io.github.asltestkit.inspection.StateVisit;
import io.github.asltestkit.internal.message.Times;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The waits between the attempts of a state are others than expected. */
public final class ShouldWaitBetweenAttempts {
    private ShouldWaitBetweenAttempts() {}

    public static List<Duration> waits(StateVisit visit) {
        List<Duration> waits = new ArrayList<>();
        for (Attempt attempt : visit.attempts()) {
            Duration waited = attempt.waitedBefore();
            if (waited != null) {
                waits.add(waited);
            }
        }
        return waits;
    }

    public static Message of(Evidence evidence, StateVisit visit, List<Duration> expected) {
        List<Duration> actual = waits(visit);
        int same = 0;
        while (same < Math.min(expected.size(), actual.size())
                && expected.get(same).equals(actual.get(same))) {
            same++;
        }
        Message.Builder message = Message.verdict(visit.path() + " did not wait as expected between its attempts.")
                .line("expected waits", text(expected))
                .line("actual waits", text(actual));
        int column = text(actual.subList(0, same)).length() + (same == 0 ? 0 : 2);
        if (!actual.isEmpty() && column < 60) {
            message.mark(same == 0 ? 0 : column, "before attempt " + (same + 2));
        }
        message.block();
        Attempts.list(message, evidence, visit);
        return Why.ofError(evidence, visit).addTo(message).build(expected, actual);
    }

    private static String text(List<Duration> waits) {
        return waits.isEmpty() ? "(none)" : waits.stream().map(Times::text).collect(Collectors.joining(", "));
    }
}
