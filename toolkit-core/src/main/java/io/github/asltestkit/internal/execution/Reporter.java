package io.github.asltestkit.internal.execution;

import io.github.asltestkit.internal.message.CallSite;
import org.jspecify.annotations.Nullable;

/**
 * Who reported what became of a task.
 *
 * @param action what was called, such as {@code SendTaskSuccess}
 * @param place where in a test it was called; null where no test called it
 */
public record Reporter(String action, @Nullable CallSite place) {
    public static final String SUCCESS = "SendTaskSuccess";
    public static final String FAILURE = "SendTaskFailure";
    public static final String HEARTBEAT = "SendTaskHeartbeat";

    /** A caller of the API who is no test: a worker, or another execution. */
    public static Reporter caller(String action) {
        return new Reporter(action, null);
    }

    /** The test that calls the toolkit now. */
    public static Reporter test(String action) {
        return new Reporter(action, CallSite.here());
    }
}
