package io.github.asltestkit.internal.execution;

import io.github.asltestkit.integration.TaskIntegration.AbortReason;

/** What a state waits for: a timer, a task, its branches or its iterations. */
interface Activity {

    /** It will not be waited for any longer; timers stop, jobs are cancelled, frames below end. */
    void abort(AbortReason reason);
}
