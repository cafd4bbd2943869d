package io.github.asltestkit.history;

import static org.apiguardian.api.API.Status.MAINTAINED;

import org.apiguardian.api.API;

/**
 * How many items, or child executions, of a Map Run are in which state, in the names of DescribeMapRun.
 *
 * @param pending not started yet, as far as they have been read
 * @param running started and not ended
 * @param succeeded ended as SUCCEEDED
 * @param failed ended as FAILED
 * @param timedOut ended as TIMED_OUT
 * @param aborted ended as ABORTED
 * @param total all of them
 * @param resultsWritten those whose result was handed on or exported
 * @param failuresNotRedrivable those that failed and cannot be redriven
 * @param pendingRedrive those that failed and wait to be redriven
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeMapRun.html">DescribeMapRun</a>
 */
@API(status = MAINTAINED, since = "0.1")
public record MapRunCounts(
        long pending,
        long running,
        long succeeded,
        long failed,
        long timedOut,
        long aborted,
        long total,
        long resultsWritten,
        long failuresNotRedrivable,
        long pendingRedrive) {}
