package io.github.asltestkit.assertj.error;

import io.github.asltestkit.SingleStateResult;

/** A state under test did not fail with the error expected. */
public final class ShouldEndWithError {
    private ShouldEndWithError() {}

    public static Message of(SingleStateResult result, String expected) {
        Message.Builder message = Message.verdict(result.stateName() + " did not fail as expected.")
                .line("expected", "an error " + expected)
                .fact("but was", SingleStateFacts.was(result));
        return SingleStateFacts.why(result).addTo(message).build(expected, result.error());
    }
}
