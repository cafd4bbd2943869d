package io.github.asltestkit.assertj.error;

import io.github.asltestkit.PendingTask;
import org.jspecify.annotations.Nullable;

/** A task that an execution waits for is not the expected one, or is not due at the expected time. */
public final class ShouldWaitAs {
    private ShouldWaitAs() {}

    public static Message of(@Nullable Evidence evidence, PendingTask task, String expected, String actual) {
        Message.Builder message = Message.verdict("Attempt " + task.call().attempt() + " of task "
                        + task.call().statePath() + " is not in the expected state.")
                .line("expected", expected)
                .fact("but was", actual)
                .line("parameters", task.call().parameters().toString());
        return Calls.why(evidence, task.call()).addTo(message).build(expected, actual);
    }
}
