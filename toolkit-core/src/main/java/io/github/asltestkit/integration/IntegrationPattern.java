package io.github.asltestkit.integration;

import static org.apiguardian.api.API.Status.MAINTAINED;

import org.apiguardian.api.API;

/**
 * The three integration patterns of Step Functions, and the Activity, which is older. A plain Lambda ARN is Request Response.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html">Service integration patterns</a>
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/concepts-activities.html">Activities</a>
 */
@API(status = MAINTAINED, since = "0.1")
public enum IntegrationPattern {
    /** Request Response: the task completes when the call does. */
    REQUEST_RESPONSE(""),
    /** Run a Job: {@code .sync} or {@code .sync:2}. */
    RUN_A_JOB(".sync"),
    /** Wait for Callback with the Task Token: {@code .waitForTaskToken}. */
    WAIT_FOR_TASK_TOKEN(".waitForTaskToken"),
    /** An Activity, polled by a worker. */
    ACTIVITY("");

    private final String suffix;

    IntegrationPattern(String suffix) {
        this.suffix = suffix;
    }

    /** What the pattern adds to a Resource ARN, such as {@code .sync}; empty where it adds nothing. */
    public String suffix() {
        return suffix;
    }
}
