package io.github.asltestkit.history;

import static org.apiguardian.api.API.Status.MAINTAINED;

import org.apiguardian.api.API;

/**
 * The status of a Map Run, in AWS's names.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeMapRun.html">DescribeMapRun</a>
 */
@API(status = MAINTAINED, since = "0.1")
public enum MapRunStatus {
    /** It has not ended. */
    RUNNING,
    /** All items were processed, with no more failures than are tolerated. */
    SUCCEEDED,
    /** More failed than is tolerated, or items or results could not be read or written. */
    FAILED,
    /** Its execution ended before it did. */
    ABORTED
}
