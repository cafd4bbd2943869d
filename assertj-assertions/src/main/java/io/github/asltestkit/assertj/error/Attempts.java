package io.github.asltestkit.assertj.error;

import io.github.asltestkit.inspection.Attempt;
import io.github.asltestkit.inspection.StateVisit;
import io.github.asltestkit.internal.message.Times;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The attempts of a state, as messages list them. */
public final class Attempts {
    private Attempts() {}

    /** How long the state waited after an attempt; null where none followed. */
    public static @Nullable Duration waitAfter(Attempt attempt) {
        List<Attempt> all = attempt.visit().attempts();
        return all.size() > attempt.number() ? all.get(attempt.number()).waitedBefore() : null;
    }

    static void list(Message.Builder message, Evidence evidence, StateVisit visit) {
        for (Attempt attempt :
                visit.attempts().subList(0, Math.min(20, visit.attempts().size()))) {
            Duration waited = attempt.waitedBefore();
            message.fact(
                    "attempt " + attempt.number(),
                    evidence.since(attempt.scheduledAt())
                            + (waited == null ? "" : ", waited " + Times.text(waited))
                            + ", " + attempt.outcome() + (attempt.error() == null ? "" : " " + attempt.error()));
        }
    }
}
