package io.github.asltestkit.internal.spec;

import java.util.Set;

/**
 * The error names that Step Functions itself reports.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html">Error names</a>
 */
public final class ErrorNames {
    public static final String ALL = "States.ALL";
    public static final String BRANCH_FAILED = "States.BranchFailed";
    public static final String DATA_LIMIT_EXCEEDED = "States.DataLimitExceeded";
    public static final String EXCEED_TOLERATED_FAILURE_THRESHOLD = "States.ExceedToleratedFailureThreshold";
    public static final String HEARTBEAT_TIMEOUT = "States.HeartbeatTimeout";
    public static final String HTTP_SOCKET = "States.Http.Socket";
    /** What the names of the errors of HTTP Tasks begin with. */
    public static final String HTTP = "States.Http.";

    /** What the names of errors begin with that report an HTTP status, which follows. */
    public static final String HTTP_STATUS_CODE = "States.Http.StatusCode.";

    public static final String ITEM_READER_FAILED = "States.ItemReaderFailed";
    public static final String NO_CHOICE_MATCHED = "States.NoChoiceMatched";
    public static final String QUERY_EVALUATION_ERROR = "States.QueryEvaluationError";
    public static final String RESULT_WRITER_FAILED = "States.ResultWriterFailed";
    public static final String RUNTIME = "States.Runtime";
    public static final String TASK_FAILED = "States.TaskFailed";
    public static final String TIMEOUT = "States.Timeout";

    /** All names that begin with {@code States.} and that Step Functions reserves, but for those that report an HTTP status. */
    public static final Set<String> RESERVED = Set.of(
            ALL,
            BRANCH_FAILED,
            DATA_LIMIT_EXCEEDED,
            EXCEED_TOLERATED_FAILURE_THRESHOLD,
            HEARTBEAT_TIMEOUT,
            HTTP_SOCKET,
            "States.IntrinsicFailure",
            ITEM_READER_FAILED,
            NO_CHOICE_MATCHED,
            "States.ParameterPathFailure",
            "States.Permissions",
            QUERY_EVALUATION_ERROR,
            "States.ResultPathMatchFailure",
            RESULT_WRITER_FAILED,
            RUNTIME,
            TASK_FAILED,
            TIMEOUT);

    private ErrorNames() {}
}
