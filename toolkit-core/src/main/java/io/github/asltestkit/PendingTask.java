package io.github.asltestkit;

import io.github.asltestkit.integration.TaskCall;

/**
 * A task that an execution waits for, as it was when that was asked.
 *
 * @param call the call as it was made
 * @param submitted whether the service has accepted it: the job runs, the callback's message is sent
 */
public record PendingTask(TaskCall call, boolean submitted) {}
