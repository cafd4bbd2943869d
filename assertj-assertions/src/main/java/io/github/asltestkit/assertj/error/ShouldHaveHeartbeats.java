package io.github.asltestkit.assertj.error;

import io.github.asltestkit.inspection.Attempt;
import io.github.asltestkit.inspection.StateVisit;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Another number of heartbeats came in time than expected. */
public final class ShouldHaveHeartbeats {
    private ShouldHaveHeartbeats() {}

    public static int number(StateVisit visit) {
        return heartbeats(visit).size();
    }

    private static List<Instant> heartbeats(StateVisit visit) {
        List<Attempt> attempts = visit.attempts();
        return attempts.isEmpty()
                ? List.of()
                : attempts.get(attempts.size() - 1).heartbeats();
    }

    public static Message of(Evidence evidence, StateVisit visit, int expected) {
        boolean known = evidence.inspection().notes().areKnown();
        List<Instant> heartbeats = heartbeats(visit);
        String actual = !known
                ? "unknown: the history of an execution does not show heartbeats"
                : heartbeats.isEmpty()
                        ? "none"
                        : heartbeats.size() + ", at "
                                + heartbeats.stream().map(evidence::since).collect(Collectors.joining(", "));
        Message.Builder message = Message.verdict(
                        visit.path() + " was not sent the expected number of heartbeats in time.")
                .line("expected", String.valueOf(expected))
                .fact("but was", actual);
        return Why.ofError(evidence, visit).addTo(message).build(expected, known ? heartbeats.size() : null);
    }
}
