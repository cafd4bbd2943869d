package io.github.asltestkit.assertj.error;

import io.github.asltestkit.SingleStateResult;

/** A state under test leads elsewhere than expected. */
public final class ShouldMoveTo {
    private ShouldMoveTo() {}

    public static Message of(SingleStateResult result, String expected) {
        String actual = SingleStateFacts.next(result);
        Message.Builder message = Message.verdict(result.stateName() + " leads elsewhere than expected.")
                .line("expected next", expected)
                .line("actual next", actual == null ? "(none, the execution ends)" : actual);
        return SingleStateFacts.why(result).addTo(message).build(expected, actual);
    }
}
