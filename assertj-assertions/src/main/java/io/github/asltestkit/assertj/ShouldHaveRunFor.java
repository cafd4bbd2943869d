package io.github.asltestkit.assertj;

import io.github.asltestkit.inspection.StateVisit;
import io.github.asltestkit.internal.message.Times;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The execution, or a state, lasted longer or shorter than expected. */
final class ShouldHaveRunFor {
    private ShouldHaveRunFor() {}

    static Message of(Told told, Duration expected) {
        Message.Builder message = lasted(told.sentenceSubject() + " ran", expected, told.elapsed());
        return Why.ofStatus(told).addTo(message).build(expected, told.elapsed());
    }

    static Message of(Told told, StateVisit visit, Duration expected, @Nullable Duration actual) {
        if (actual == null) {
            return notEnded(told, visit, Times.text(expected)).build(expected, null);
        }
        Message.Builder message = lasted(visit.path() + " lasted", expected, actual)
                .fact("attempts", visit.attempts().isEmpty() ? null : Why.attempts(told, visit.attempts()));
        return new Why(null, told.place(visit, "")).addTo(message).build(expected, actual);
    }

    static Message ended(Told told, StateVisit visit) {
        return notEnded(told, visit, "an end").build("an end", null);
    }

    private static Message.Builder notEnded(Told told, StateVisit visit, String expected) {
        Message.Builder message = Message.verdict(visit.path() + " has not ended.")
                .line("expected", expected)
                .line("but was", "entered at " + told.since(visit.enteredAt()));
        return Why.ofStatus(told).addTo(message);
    }

    private static Message.Builder lasted(String start, Duration expected, Duration actual) {
        Duration difference = actual.minus(expected);
        String how = difference.isNegative() ? " shorter" : " longer";
        return Message.verdict(start + " " + Times.text(difference.abs()) + how + " than expected, in virtual time.")
                .line("expected", Times.text(expected))
                .line("but was", Times.text(actual));
    }
}
