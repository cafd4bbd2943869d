package io.github.asltestkit.assertj.error;

import io.github.asltestkit.SingleStateResult;

/** The error of a state under test was caught by another Catcher than expected, or by none. */
public final class ShouldMatchCatcher {
    private ShouldMatchCatcher() {}

    public static Message of(SingleStateResult result, int expected) {
        Integer actual = result.catchIndex();
        Message.Builder message = Message.verdict(
                        "The error of " + result.stateName() + " was caught by another Catcher.")
                .line("expected", "Catch[" + expected + "]")
                .line("but was", "Catch[" + actual + "]");
        return SingleStateFacts.why(result).addTo(message).build(expected, actual);
    }
}
