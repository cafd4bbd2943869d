package io.github.asltestkit.internal.execution;

import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.internal.spec.Quotas;
import org.jspecify.annotations.Nullable;

/**
 * Which executions can be redriven.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/redrive-executions.html">Restarting state machine
 *     executions with redrive</a>
 */
final class Redrives {

    private Redrives() {}

    /** Why an execution cannot be redriven at an instant, in the words of {@code redriveStatusReason}; null where it can. */
    static @Nullable String notRedrivable(ExecutionRun run, long nowMillis) {
        if (run.isRunning() || run.state() == ExecutionStatus.SUCCEEDED) {
            return "Execution is " + run.state() + " and cannot be redriven";
        }
        if (nowMillis - run.startedMillis() >= Quotas.STANDARD_SECONDS * 1000) {
            return "Execution has exceeded the max execution time";
        }
        if (nowMillis - run.stoppedMillis() > Quotas.REDRIVE_SECONDS * 1000) {
            return "Execution redrivable period exceeded";
        }
        return run.history.size() >= Quotas.HISTORY_EVENTS - 1 ? "Execution history event limit exceeded" : null;
    }
}
