package io.github.asltestkit.assertj.error;

import io.github.asltestkit.SingleStateResult;

/** The error of a state under test matched another Retrier than expected, or none. */
public final class ShouldMatchRetrier {
    private ShouldMatchRetrier() {}

    public static Message of(SingleStateResult result, int expected) {
        Integer actual = result.retryIndex();
        Message.Builder message = Message.verdict("The error of " + result.stateName()
                        + (actual == null ? " matched no Retrier." : " matched another Retrier."))
                .line("expected", "Retry[" + expected + "]")
                .line("but was", actual == null ? "none" : "Retry[" + actual + "]");
        return SingleStateFacts.why(result).addTo(message).build(expected, actual);
    }
}
