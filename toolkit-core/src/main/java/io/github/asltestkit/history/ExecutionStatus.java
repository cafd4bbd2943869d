package io.github.asltestkit.history;

import static org.apiguardian.api.API.Status.MAINTAINED;

import org.apiguardian.api.API;

/**
 * The status of an execution, in AWS's names.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeExecution.html">DescribeExecution</a>
 */
@API(status = MAINTAINED, since = "0.1")
public enum ExecutionStatus {
    /** It has not ended. */
    RUNNING,
    /** Its last state ended it well. */
    SUCCEEDED,
    /** A state failed, and no Catcher led on; or a quota of the service was reached. */
    FAILED,
    /** The {@code TimeoutSeconds} of the machine passed, or the longest time that its type may run. */
    TIMED_OUT,
    /** StopExecution ended it, or the end of what had started it; or the test failed within it. */
    ABORTED
}
