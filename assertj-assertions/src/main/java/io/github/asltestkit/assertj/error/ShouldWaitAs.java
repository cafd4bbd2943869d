package io.github.asltestkit.assertj.error;

import io.github.asltestkit.PendingTask;
import org.jspecify.annotations.Nullable;

/** A task that an execution waits for is another one than expected, or is due at another time. */
public final class ShouldWaitAs {
    private ShouldWaitAs() {}

    public static Message of(@Nullable Evidence evidence, PendingTask task, String expected, String actual) {
        Message.Builder message = Message.verdict("The task of "
                        + task.call().statePath() + ", attempt " + task.call().attempt()
                        + ", is under way otherwise than expected.")
                .line("expected", expected)
                .fact("but was", actual)
                .line("parameters", task.call().parameters().toString());
        return Calls.why(evidence, task.call()).addTo(message).build(expected, actual);
    }
}
