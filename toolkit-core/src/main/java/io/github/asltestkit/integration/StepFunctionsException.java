package io.github.asltestkit.integration;

/**
 * An error of the Step Functions API, in AWS's names and words.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_SendTaskSuccess.html">SendTaskSuccess</a>
 */
public final class StepFunctionsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String detail;

    /**
     * @param code the error's name in the API, such as {@code TaskTimedOut}
     * @param message AWS's message
     */
    public StepFunctionsException(String code, String message) {
        super(code + ": " + message);
        this.code = code;
        this.detail = message;
    }

    /** The error's name in the API, such as {@code TaskTimedOut}. */
    public String code() {
        return code;
    }

    /** AWS's message, without the error's name. */
    public String detail() {
        return detail;
    }

    /** The token is not one of this account: malformed, too long, or issued elsewhere. */
    public static StepFunctionsException invalidToken() {
        return new StepFunctionsException("InvalidToken", "Invalid Token: 'Invalid token'");
    }

    /** The token is well-formed, but its task is unknown. */
    public static StepFunctionsException taskDoesNotExist() {
        return new StepFunctionsException("TaskDoesNotExist", "Task does not exist");
    }

    /** The token has expired, or its task is closed already. */
    public static StepFunctionsException taskTimedOut() {
        return new StepFunctionsException("TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'");
    }

    /** The output is not JSON, or too large. */
    public static StepFunctionsException invalidOutput(String detail) {
        return new StepFunctionsException("InvalidOutput", "Invalid Output: '" + detail + "'");
    }

    /** The input of an execution is not JSON. */
    public static StepFunctionsException invalidExecutionInput(String detail) {
        return new StepFunctionsException(
                "InvalidExecutionInput", "Invalid State Machine Execution Input: '" + detail + "'");
    }

    /** An ARN is none, or not of what the operation is about. */
    public static StepFunctionsException invalidArn(String detail) {
        return new StepFunctionsException("InvalidArn", "Invalid Arn: '" + detail + "'");
    }

    /** There is no such execution. */
    public static StepFunctionsException executionDoesNotExist(String arn) {
        return new StepFunctionsException("ExecutionDoesNotExist", "Execution Does Not Exist: '" + arn + "'");
    }

    /** A member of a request is outside its bounds. */
    public static StepFunctionsException validation(String detail) {
        return new StepFunctionsException("ValidationException", "1 validation error detected: " + detail);
    }

    /** A member whose value AWS does not repeat is too long. */
    public static StepFunctionsException tooLong(String member, int max) {
        return validation("Value at '" + member
                + "' failed to satisfy constraint: Member must have length less than or equal to " + max);
    }
}
