package io.github.asltestkit.history;

/** The status of an execution, in AWS's names. */
public enum ExecutionStatus {
    RUNNING,
    SUCCEEDED,
    FAILED,
    TIMED_OUT,
    ABORTED
}
