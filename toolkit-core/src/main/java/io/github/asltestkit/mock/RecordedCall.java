package io.github.asltestkit.mock;

import static org.apiguardian.api.API.Status.MAINTAINED;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskIntegration.AbortReason;
import io.github.asltestkit.integration.TaskIntegration.CancelOutcome;
import io.github.asltestkit.integration.TaskReaction;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A call in the journal. That a test ended it by hand, or a timeout did, shows in the history, not here.
 *
 * @param call the call as it was made
 * @param mock the name of the mock that answered; empty where none did
 * @param reaction what was to happen to it
 * @param validation how the answer of the mock was held against the API model; null where no mock answered
 * @param cancel what became of the attempt to cancel its job; null where there was none
 */
@API(status = MAINTAINED, since = "0.1")
public record RecordedCall(
        TaskCall call,
        String mock,
        TaskReaction reaction,
        @Nullable FieldValidation validation,
        @Nullable Cancel cancel) {

    /**
     * An attempt to cancel a job.
     *
     * @param reason why the task was aborted
     * @param api the API that was called for it, such as {@code TerminateJob}
     * @param outcome whether the job was cancelled, or why it runs on
     */
    public record Cancel(AbortReason reason, String api, CancelOutcome outcome) {}

    RecordedCall cancelled(Cancel attempt) {
        return new RecordedCall(call, mock, reaction, validation, attempt);
    }

    /** Whether the world was to answer it with success. */
    boolean succeeds() {
        return reaction.steps().stream().anyMatch(TaskReaction.Step.Succeeded.class::isInstance);
    }

    /**
     * The call's parameters as a type; of a Lambda function its payload, in whichever form the function is called.
     *
     * @param type a bean, or a request of the AWS SDK for Java 2, such as {@code PutItemRequest}; fields that it does not
     *     have are left out
     * @throws IllegalArgumentException if they cannot be read as one, or have no field of it
     */
    public <T> T parametersAs(Class<T> type) {
        return new Sent(call, call.payload()).as(type);
    }

    /** What the called function gets; see {@link TaskCall#payload()}. */
    public JsonNode payload() {
        return call.payload();
    }

    /** What was to happen to the call, such as {@code succeeds after 5m: {"ok":true}}. */
    public String answer() {
        return AnswerText.of(reaction);
    }

    /** State, attempt, resource, parameters, answer. */
    @Override
    public String toString() {
        return call.statePath() + " (attempt " + call.attempt() + ") calls "
                + call.resource().arn() + " with " + call.parameters() + ", which " + answer();
    }
}
