package io.github.asltestkit.assertj;

import io.github.asltestkit.PendingTask;
import org.jspecify.annotations.Nullable;

/** Assertions on a task that an execution waits for, whichever execution that is. */
public class PendingTaskAssert extends AbstractPendingTaskAssert<PendingTaskAssert> {

    /** Asserts on a task. */
    public PendingTaskAssert(@Nullable PendingTask actual) {
        super(actual, PendingTaskAssert.class);
    }

    @Override
    @Nullable
    Told told() {
        return null;
    }
}
