package io.github.asltestkit.inspection;

import static org.apiguardian.api.API.Status.MAINTAINED;

import org.apiguardian.api.API;

/**
 * Who or what an attempt of a Task was waiting for. This says whose fault a timeout was.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html">Service integration patterns</a>
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/concepts-activities.html">Activities</a>
 */
@API(status = MAINTAINED, since = "0.1")
public enum Awaited {
    /** Any worker of the Activity: nobody has taken the task by GetActivityTask. */
    WORKER_TO_TAKE_IT,
    /** The worker that took the Activity's task. */
    WORKER_TO_REPORT,
    /** The service or function that was called: it has not responded. */
    RESPONSE,
    /** The job of a {@code .sync} call: it was submitted, and has not ended. */
    JOB,
    /** Whoever holds the task token of a {@code .waitForTaskToken} call: it has not been returned. */
    TASK_TOKEN
}
