package io.github.asltestkit.assertj.error;

import io.github.asltestkit.SingleStateResult;
import io.github.asltestkit.SingleStateResult.Status;

/** A state under test ended with another status than expected. */
public final class ShouldEndAs {
    private ShouldEndAs() {}

    public static Message of(SingleStateResult result, Status expected) {
        Message.Builder message = Message.verdict(result.stateName() + " did not end as expected.")
                .line("expected", expected.name())
                .fact("but was", SingleStateFacts.was(result));
        return SingleStateFacts.why(result).addTo(message).build(expected, result.status());
    }
}
