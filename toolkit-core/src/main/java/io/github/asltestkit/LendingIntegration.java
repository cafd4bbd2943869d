package io.github.asltestkit;

import io.github.asltestkit.integration.MapRunOutcome;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskIntegration;
import io.github.asltestkit.integration.TaskReaction;
import org.jspecify.annotations.Nullable;

/** Lends the harness while a user's code answers. */
record LendingIntegration(TaskIntegration integration, HarnessLock lock) implements TaskIntegration {

    @Override
    public TaskReaction call(TaskCall call) {
        lock.lend();
        try {
            return integration.call(call);
        } finally {
            lock.reclaim();
        }
    }

    @Override
    public boolean answers(TaskCall call) {
        return integration.answers(call);
    }

    @Override
    public void answered(TaskCall call, TaskReaction reaction) {
        integration.answered(call, reaction);
    }

    @Override
    public void forget(String executionArn) {
        integration.forget(executionArn);
    }

    @Override
    public @Nullable MapRunOutcome mapRun(String statePath) {
        return integration.mapRun(statePath);
    }

    @Override
    public CancelOutcome cancel(TaskCall call, AbortReason reason) {
        lock.lend();
        try {
            return integration.cancel(call, reason);
        } finally {
            lock.reclaim();
        }
    }
}
