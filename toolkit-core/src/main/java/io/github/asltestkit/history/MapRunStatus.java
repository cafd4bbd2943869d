package io.github.asltestkit.history;

/** The status of a Map Run, in AWS's names. */
public enum MapRunStatus {
    RUNNING,
    SUCCEEDED,
    FAILED,
    ABORTED
}
