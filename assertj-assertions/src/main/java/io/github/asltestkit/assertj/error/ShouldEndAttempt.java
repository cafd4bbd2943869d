package io.github.asltestkit.assertj.error;

import io.github.asltestkit.inspection.Attempt;
import io.github.asltestkit.inspection.StateVisit;
import org.jspecify.annotations.Nullable;

/** An attempt of a state ended otherwise than expected. */
public final class ShouldEndAttempt {
    private ShouldEndAttempt() {}

    public static Message of(Evidence evidence, Attempt attempt, String expected, @Nullable String actual) {
        StateVisit visit = attempt.visit();
        Message.Builder message = Message.verdict(
                        "Attempt " + attempt.number() + " of " + visit.path() + " did not end as expected.")
                .line("expected", expected)
                .line("but was", String.valueOf(actual))
                .block();
        Attempts.list(message, evidence, visit);
        return Why.ofError(evidence, visit).addTo(message).build(expected, actual);
    }
}
