package io.github.asltestkit.integration;

/** The three integration patterns of Step Functions, and the two older ways of calling. */
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

    /** What the pattern adds to a Resource ARN. */
    public String suffix() {
        return suffix;
    }
}
