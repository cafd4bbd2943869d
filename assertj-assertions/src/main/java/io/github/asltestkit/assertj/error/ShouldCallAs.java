package io.github.asltestkit.assertj.error;

import io.github.asltestkit.integration.TaskCall;
import org.jspecify.annotations.Nullable;

/** A call was not made as expected. */
public final class ShouldCallAs {
    private ShouldCallAs() {}

    public static Message of(@Nullable Evidence evidence, TaskCall call, String expected, String actual) {
        Message.Builder message = Message.verdict("The call of " + call.statePath() + " was not made as expected.")
                .line("expected", expected)
                .fact("but was", actual)
                .line("parameters", call.parameters().toString());
        return Calls.why(evidence, call).addTo(message).build(expected, actual);
    }
}
