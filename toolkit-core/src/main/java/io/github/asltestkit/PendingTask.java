package io.github.asltestkit;

import static org.apiguardian.api.API.Status.MAINTAINED;

import io.github.asltestkit.integration.TaskCall;
import java.time.Instant;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A task that an execution waits for, as it was when that was asked.
 *
 * @param call the call as it was made
 * @param submitted whether the service has accepted it: the job runs, the callback's message is sent
 * @param endsAt when its mock ends it, on the virtual clock; null if nobody has scripted its end
 */
@API(status = MAINTAINED, since = "0.1")
public record PendingTask(
        TaskCall call, boolean submitted, @Nullable Instant endsAt) {}
