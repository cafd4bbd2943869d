package io.github.asltestkit.assertj;

import io.github.asltestkit.StateTestResult;
import io.github.asltestkit.StateTestResult.Status;
import org.jspecify.annotations.Nullable;

/** A state under test leads elsewhere than expected. */
final class ShouldMoveTo {
    private ShouldMoveTo() {}

    /** What comes next; the state itself where it would be retried. */
    static @Nullable String next(StateTestResult result) {
        return result.status() == Status.RETRIABLE ? result.stateName() : result.nextState();
    }

    static Message of(StateTestResult result, String expected) {
        String actual = next(result);
        Message.Builder message = Message.verdict(result.stateName() + " leads elsewhere than expected.")
                .line("expected next", expected)
                .line("actual next", actual == null ? "(none, the execution ends)" : actual);
        return ShouldEndAs.why(result).addTo(message).build(expected, actual);
    }

    static Message nowhere(StateTestResult result) {
        String actual = next(result);
        Message.Builder message = Message.verdict(
                        result.stateName() + " was expected to end the execution, but it leads on.")
                .line("actual next", String.valueOf(actual));
        return ShouldEndAs.why(result).addTo(message).build(null, actual);
    }

    static Message catcher(StateTestResult result, int expected) {
        Integer actual = result.catchIndex();
        Message.Builder message = Message.verdict(
                        "The error of " + result.stateName() + " was caught by another Catcher.")
                .line("expected", "Catch[" + expected + "]")
                .line("but was", "Catch[" + actual + "]");
        return ShouldEndAs.why(result).addTo(message).build(expected, actual);
    }
}
