package io.github.asltestkit.mock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.integration.IntegrationPattern;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskReaction;
import io.github.asltestkit.integration.TaskReaction.Step;
import io.github.asltestkit.integration.TaskResource;
import io.github.asltestkit.internal.model.SdkErrors;
import io.github.asltestkit.internal.model.TypedJson;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One answer of a mock.
 *
 * @param kind what sort of calls it can answer
 * @param steps what happens to a call; the flag says whether a Lambda function is mocked
 */
record Reply(Kind kind, Steps steps) {

    static final Reply SILENCE = new Reply(Kind.ANY, (call, function) -> List.of());
    static final Reply JOB_WITHOUT_END = new Reply(Kind.JOB, (call, function) -> List.of(submitted()));

    /** In the place of an answer: the call is done for real, so that nobody asks for one. */
    static final Reply FOR_REAL = new Reply(Kind.ANY, (call, function) -> {
        throw new IllegalStateException("A call that is done for real is not answered by its mock");
    });

    /** What sort of calls an answer can answer. */
    enum Kind {
        /** Any call. */
        ANY(""),
        /** A call that goes on after the service's response: a job, or a callback. */
        ACCEPTED("that the request is accepted, and what comes of it comes later"),
        /** A call with a task token. */
        CALLBACK("that a worker returns a task token"),
        /** A job. */
        JOB("that a job is submitted");

        private final String says;

        Kind(String says) {
            this.says = says;
        }

        String says() {
            return says;
        }

        boolean suits(TaskCall call) {
            IntegrationPattern pattern = call.resource().pattern();
            return switch (this) {
                case ANY -> true;
                case ACCEPTED ->
                    pattern == IntegrationPattern.RUN_A_JOB || pattern == IntegrationPattern.WAIT_FOR_TASK_TOKEN;
                case CALLBACK -> call.taskToken() != null;
                case JOB -> pattern == IntegrationPattern.RUN_A_JOB;
            };
        }
    }

    /** What happens to a call. */
    @FunctionalInterface
    interface Steps {
        List<Step> of(TaskCall call, boolean function);
    }

    TaskReaction reaction(TaskCall call, boolean function) {
        return new TaskReaction(steps.of(call, function));
    }

    // ---- the answers -----------------------------------------------------------------------------------------

    static Reply returning(Duration delay, Answer answer) {
        return new Reply(Kind.ANY, (call, function) -> completed(call, delay, answer.seenBy(call, function)));
    }

    static Reply failing(Duration delay, @Nullable String error, @Nullable String cause) {
        return new Reply(Kind.ANY, (call, function) -> List.of(refused(call, delay, error, cause)));
    }

    static Reply throwing(RuntimeException exception) {
        if (!SdkErrors.isServiceException(exception)) {
            throw new IllegalArgumentException(exception.getClass().getName()
                    + " is no exception of a service of the AWS SDK for Java 2: say which error and cause Step Functions"
                    + " would report, fails(\"Error\", \"Cause\")");
        }
        return new Reply(Kind.ANY, (call, function) -> List.of(thrown(call, Duration.ZERO, exception)));
    }

    static Reply computing(Duration delay, Function<? super TaskCall, ?> answer) {
        return new Reply(Kind.ANY, (call, function) -> {
            Object given;
            try {
                given = answer.apply(call);
            } catch (RuntimeException exception) {
                if (!SdkErrors.isServiceException(exception)) {
                    throw exception;
                }
                return List.of(thrown(call, delay, exception));
            }
            return given instanceof TaskReaction reaction
                    ? reaction.steps()
                    : completed(call, delay, Answer.of(given).seenBy(call, function));
        });
    }

    static Reply accepting(Answer response) {
        return new Reply(
                Kind.ACCEPTED,
                (call, function) -> List.of(new Step.Submitted(Duration.ZERO, response.seenBy(call, false))));
    }

    static Reply callback(Duration delay, Answer output) {
        return new Reply(Kind.CALLBACK, (call, function) -> accepted(call, new Step.Succeeded(delay, output.tree())));
    }

    static Reply callbackFailing(Duration delay, @Nullable String error, @Nullable String cause) {
        return new Reply(Kind.CALLBACK, (call, function) -> accepted(call, new Step.Failed(delay, error, cause)));
    }

    static Reply job(Duration delay, Answer output) {
        return new Reply(
                Kind.JOB, (call, function) -> accepted(call, new Step.Succeeded(delay, output.seenBy(call, function))));
    }

    static Reply jobFailing(Duration delay, @Nullable String error, @Nullable String cause) {
        return new Reply(Kind.JOB, (call, function) -> accepted(call, new Step.Failed(delay, error, cause)));
    }

    // ---- what they are made of -------------------------------------------------------------------------------

    /** The task is done; a job or a callback was accepted before, as its history shows. */
    private static List<Step> completed(TaskCall call, Duration delay, JsonNode output) {
        return accepted(call, new Step.Succeeded(delay, output));
    }

    private static List<Step> accepted(TaskCall call, Step end) {
        return Kind.ACCEPTED.suits(call) ? List.of(submitted(), end) : List.of(end);
    }

    private static Step submitted() {
        return new Step.Submitted(Duration.ZERO, JsonNodeFactory.instance.objectNode());
    }

    private static Step thrown(TaskCall call, Duration delay, RuntimeException exception) {
        return refused(call, delay, SdkErrors.name(call.resource().service(), exception), SdkErrors.cause(exception));
    }

    private static Step refused(TaskCall call, Duration delay, @Nullable String error, @Nullable String cause) {
        return Step.refusal(call.resource().pattern(), delay, error, cause);
    }

    /** A call's parameters as a type: the event where a Lambda function is mocked, unless the type is the API's request. */
    static <T> T request(TaskCall call, Class<T> type, boolean function) {
        JsonNode parameters = call.parameters();
        boolean event = function && call.resource().kind() == TaskResource.Kind.SERVICE && !TypedJson.isSdk(type);
        JsonNode read = event ? parameters.path("Payload") : parameters;
        try {
            return TypedJson.read(read.isMissingNode() ? emptyObject() : read, type);
        } catch (IllegalArgumentException unlike) {
            throw new MockException(
                    "The call made by " + call.statePath() + " cannot be read as " + type.getSimpleName() + ".\n\n"
                            + "  parameters: " + call.parameters() + "\n         why: " + unlike.getMessage()
                            + "\n          at: " + call.place() + "\n",
                    unlike);
        }
    }

    private static ObjectNode emptyObject() {
        return JsonNodeFactory.instance.objectNode();
    }
}
