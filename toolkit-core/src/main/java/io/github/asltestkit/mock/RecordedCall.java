package io.github.asltestkit.mock;

import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskIntegration.AbortReason;
import io.github.asltestkit.integration.TaskIntegration.CancelOutcome;
import io.github.asltestkit.integration.TaskReaction;
import org.jspecify.annotations.Nullable;

/**
 * A call in the journal.
 *
 * @param call the call as it was made
 * @param mock the name of the mock that answered
 * @param reaction what was to happen to it
 * @param cancel what became of the attempt to cancel its job; null where there was none
 */
public record RecordedCall(
        TaskCall call,
        String mock,
        TaskReaction reaction,
        @Nullable Cancel cancel) {

    /**
     * An attempt to cancel a job.
     *
     * @param reason why the task was aborted
     * @param api the API that was called for it, such as {@code TerminateJob}
     * @param outcome whether the job was cancelled, or why it runs on
     */
    public record Cancel(AbortReason reason, String api, CancelOutcome outcome) {}

    RecordedCall cancelled(Cancel attempt) {
        return new RecordedCall(call, mock, reaction, attempt);
    }
}
