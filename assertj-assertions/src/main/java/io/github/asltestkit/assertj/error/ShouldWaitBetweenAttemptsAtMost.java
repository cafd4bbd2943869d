package io.github.asltestkit.assertj.error;

import io.github.asltestkit.inspection.StateVisit;
import io.github.asltestkit.internal.message.Times;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** A state waited longer between its attempts than bounds allow, or made more or fewer attempts. */
public final class ShouldWaitBetweenAttemptsAtMost {
    private ShouldWaitBetweenAttemptsAtMost() {}

    public static boolean holds(StateVisit visit, List<Duration> most) {
        List<Duration> actual = ShouldWaitBetweenAttempts.waits(visit);
        boolean holds = actual.size() == most.size();
        for (int i = 0; holds && i < most.size(); i++) {
            holds = actual.get(i).compareTo(most.get(i)) <= 0;
        }
        return holds;
    }

    public static Message of(Evidence evidence, StateVisit visit, List<Duration> most) {
        List<Duration> actual = ShouldWaitBetweenAttempts.waits(visit);
        Message.Builder message = Message.verdict(
                        visit.path() + " waited longer between its attempts than expected, or not as often.")
                .line("at most", text(most))
                .line("actual waits", text(actual))
                .block();
        Attempts.list(message, evidence, visit);
        return Why.ofError(evidence, visit).addTo(message).build(most, actual);
    }

    private static String text(List<Duration> waits) {
        return waits.isEmpty() ? "(none)" : waits.stream().map(Times::text).collect(Collectors.joining(", "));
    }
}
