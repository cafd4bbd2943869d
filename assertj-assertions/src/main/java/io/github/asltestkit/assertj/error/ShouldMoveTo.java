package io.github.asltestkit.assertj.error;

import io.github.asltestkit.SingleStateResult;

/** A state under test does not lead to the expected state. */
public final class ShouldMoveTo {
    private ShouldMoveTo() {}

    public static Message of(SingleStateResult result, String expected) {
        String actual = SingleStateFacts.next(result);
        Message.Builder message = Message.verdict(result.stateName() + " does not lead to the expected state.")
                .line("expected next", expected)
                .line("actual next", actual == null ? "(none, the execution ends)" : actual);
        return SingleStateFacts.why(result).addTo(message).build(expected, actual);
    }
}
