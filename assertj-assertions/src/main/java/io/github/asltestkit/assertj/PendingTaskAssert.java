package io.github.asltestkit.assertj;

import static org.apiguardian.api.API.Status.MAINTAINED;

import io.github.asltestkit.PendingTask;
import io.github.asltestkit.assertj.error.Evidence;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Assertions on a task that an execution waits for, whichever execution that is. */
@API(status = MAINTAINED, since = "0.1")
public class PendingTaskAssert extends AbstractPendingTaskAssert<PendingTaskAssert> {

    /** Asserts on a task. */
    public PendingTaskAssert(@Nullable PendingTask actual) {
        super(actual, PendingTaskAssert.class);
    }

    @Override
    @Nullable
    Evidence evidence() {
        return null;
    }
}
