package io.github.asltestkit.integration;

import static org.apiguardian.api.API.Status.MAINTAINED;

import org.apiguardian.api.API;

/**
 * An error of the Step Functions API, in AWS's names and words, as recordings of the service show them.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html">StartExecution</a>
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_SendTaskSuccess.html">SendTaskSuccess</a>
 */
@API(status = MAINTAINED, since = "0.1")
public final class StepFunctionsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String detail;

    /**
     * An error.
     *
     * @param code the error's name in the API, such as {@code TaskTimedOut}
     * @param message AWS's message
     */
    public StepFunctionsException(String code, String message) {
        this(code, message, "");
    }

    private StepFunctionsException(String code, String message, String advice) {
        super(code + ": " + message + (advice.isEmpty() ? "" : "\n\n" + advice.stripTrailing()));
        this.code = code;
        this.detail = message;
    }

    /**
     * The same error with lines for the author of a test below AWS's words in {@link #getMessage()}: what there is instead, and
     * what to do. {@link #detail()}, which clients and definitions see, stays AWS's.
     */
    public StepFunctionsException withAdvice(String advice) {
        return new StepFunctionsException(code, detail, advice);
    }

    /** The error's name in the API, such as {@code TaskTimedOut}. */
    public String code() {
        return code;
    }

    /** AWS's message, without the error's name. */
    public String detail() {
        return detail;
    }

    /** {@code InvalidToken}: the token is not one of this account: malformed, too long, or issued elsewhere. */
    public static StepFunctionsException invalidToken() {
        return new StepFunctionsException("InvalidToken", "Invalid Token: 'Invalid token'");
    }

    /** {@code TaskDoesNotExist}: the token is well-formed, but its task is unknown. */
    public static StepFunctionsException taskDoesNotExist() {
        return new StepFunctionsException("TaskDoesNotExist", "Task does not exist");
    }

    /** {@code TaskTimedOut}: the token has expired, or its task is closed already. */
    public static StepFunctionsException taskTimedOut() {
        return new StepFunctionsException("TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'");
    }

    /** {@code InvalidOutput}: the output is not JSON, or larger than 262,144 bytes. */
    public static StepFunctionsException invalidOutput(String detail) {
        return new StepFunctionsException("InvalidOutput", "Invalid Output: '" + detail + "'");
    }

    /** {@code InvalidExecutionInput}: the input of an execution is not JSON. */
    public static StepFunctionsException invalidExecutionInput(String detail) {
        return new StepFunctionsException(
                "InvalidExecutionInput", "Invalid State Machine Execution Input: '" + detail + "'");
    }

    /** {@code InvalidArn}: an ARN is none, or not of what the operation is about. */
    public static StepFunctionsException invalidArn(String detail) {
        return new StepFunctionsException("InvalidArn", "Invalid Arn: '" + detail + "'");
    }

    /** {@code StateMachineDoesNotExist}: there is no state machine of this ARN. */
    public static StepFunctionsException stateMachineDoesNotExist(String arn) {
        return new StepFunctionsException("StateMachineDoesNotExist", "State Machine Does Not Exist: '" + arn + "'");
    }

    /** {@code ActivityDoesNotExist}: there is no Activity of this ARN. */
    public static StepFunctionsException activityDoesNotExist(String arn) {
        return new StepFunctionsException("ActivityDoesNotExist", "Activity Does Not Exist: '" + arn + "'");
    }

    /** {@code ExecutionDoesNotExist}: there is no execution of this ARN. */
    public static StepFunctionsException executionDoesNotExist(String arn) {
        return new StepFunctionsException("ExecutionDoesNotExist", "Execution Does Not Exist: '" + arn + "'");
    }

    /** {@code ValidationException}: a member of a request is outside its bounds. */
    public static StepFunctionsException validation(String detail) {
        return new StepFunctionsException("ValidationException", "1 validation error detected: " + detail);
    }

    /**
     * {@code ValidationException}: a member is too long, and AWS does not repeat its value.
     *
     * @param member the member as AWS's message names it, such as {@code cause}
     * @param max how long it may be at most
     */
    public static StepFunctionsException tooLong(String member, int max) {
        return validation("Value at '" + member
                + "' failed to satisfy constraint: Member must have length less than or equal to " + max);
    }
}
