package io.github.asltestkit.assertj.error;

import io.github.asltestkit.SingleStateResult;

/** A state under test leads on, where it was expected to end the execution. */
public final class ShouldEndExecution {
    private ShouldEndExecution() {}

    public static Message of(SingleStateResult result) {
        String actual = SingleStateFacts.next(result);
        Message.Builder message = Message.verdict(
                        result.stateName() + " was expected to end the execution, but it leads on.")
                .line("actual next", String.valueOf(actual));
        return SingleStateFacts.why(result).addTo(message).build(null, actual);
    }
}
