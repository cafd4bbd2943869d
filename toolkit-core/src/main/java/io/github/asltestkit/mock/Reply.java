package io.github.asltestkit.mock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.asltestkit.integration.IntegrationPattern;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskReaction;
import io.github.asltestkit.integration.TaskReaction.Step;
import io.github.asltestkit.integration.UnmockedCallException;
import io.github.asltestkit.internal.model.SdkClients;
import io.github.asltestkit.internal.model.SdkErrors;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One answer of a mock.
 *
 * @param kind what sort of calls it can answer
 * @param steps what happens to a call that a mock answers
 * @param code the test's own code that computes the answer; null if the answer is fixed
 * @param delay how long a computed answer takes; zero of a fixed one
 */
record Reply(Kind kind, Steps steps, @Nullable Object code, Duration delay) {

    private Reply(Kind kind, Steps steps) {
        this(kind, steps, null, Duration.ZERO);
    }

    static final Reply SILENCE = new Reply(Kind.ANY, (call, mock) -> List.of());
    static final Reply JOB_WITHOUT_END = new Reply(Kind.JOB, (call, mock) -> List.of(submitted()));

    /** In the place of an answer: the call is done for real, so that nobody asks for one. */
    static final Reply FOR_REAL = new Reply(Kind.ANY, (call, mock) -> {
        throw new IllegalStateException("A call that is done for real is not answered by its mock");
    });

    /** Whether the call is done for real. Asked of each call, so it compares no records, whose first comparison is dear. */
    @SuppressWarnings("ReferenceEquality") // Functions have no other equality.
    boolean isForReal() {
        return steps == FOR_REAL.steps;
    }

    /** What sort of calls an answer can answer. */
    enum Kind {
        /** Any call. */
        ANY("", ""),
        /** A call that the service's response ends: any but a callback, which its worker ends. */
        RESULT("returns a result", "waits for its task token"),
        /** A call that goes on after the service's response: a job, or a callback. */
        ACCEPTED("accepts a request that is done later", "is done when the service answers"),
        /** A call with a task token. */
        CALLBACK("returns a task token", "has none"),
        /** A job. */
        JOB("ends a job", "does not submit one");

        private final String says;
        private final String but;

        Kind(String says, String but) {
            this.says = says;
            this.but = but;
        }

        /** What a mock does that suits only such calls. */
        String says() {
            return says;
        }

        /** What the state of another call does. */
        String but() {
            return but;
        }

        boolean suits(TaskCall call) {
            IntegrationPattern pattern = call.resource().pattern();
            return switch (this) {
                case ANY -> true;
                case RESULT -> pattern != IntegrationPattern.WAIT_FOR_TASK_TOKEN;
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
        List<Step> of(TaskCall call, MockedResponse mock);
    }

    TaskReaction reaction(TaskCall call, MockedResponse mock) {
        return new TaskReaction(steps.of(call, mock));
    }

    // ---- the answers -----------------------------------------------------------------------------------------

    static Reply returning(Duration delay, Answer answer) {
        return new Reply(Kind.RESULT, (call, mock) -> answered(call, mock, delay, answer));
    }

    static Reply failing(Duration delay, @Nullable String error, @Nullable String cause) {
        return new Reply(Kind.ANY, (call, mock) -> List.of(refused(call, delay, error, cause)));
    }

    static Reply throwing(RuntimeException exception) {
        if (!SdkErrors.isServiceException(exception)) {
            throw new IllegalArgumentException(exception.getClass().getName()
                    + " is not an exception of a service of the AWS SDK for Java 2: say which error and cause Step Functions"
                    + " would report, fails(\"Error\", \"Cause\")");
        }
        return new Reply(Kind.ANY, (call, mock) -> List.of(thrown(call, Duration.ZERO, exception)));
    }

    static Reply computing(Duration delay, Function<? super TaskCall, ?> answer) {
        return computing(delay, answer, answer);
    }

    /** @param code what of the answer is the test's own */
    static Reply computing(Duration delay, Function<? super TaskCall, ?> answer, Object code) {
        return new Reply(
                Kind.ANY,
                (call, mock) -> computed(
                        call,
                        mock,
                        delay,
                        answer,
                        given -> given instanceof TaskReaction reaction
                                ? reaction.steps()
                                : answered(call, mock, delay, Answer.of(given))),
                code,
                delay);
    }

    /** A client's operation. Of a job or a callback it is the request that it does; nobody goes on from there. */
    static Reply byClient(Object client) {
        return new Reply(
                Kind.ANY,
                (call, mock) -> computed(
                        call,
                        mock,
                        Duration.ZERO,
                        it -> SdkClients.call(client, it.resource().api(), it.parameters()),
                        response -> Kind.ACCEPTED.suits(call)
                                ? List.of(new Step.Submitted(
                                        Duration.ZERO, Answer.of(response).seenBy(call, false)))
                                : answered(call, mock, Duration.ZERO, Answer.of(response))),
                client,
                Duration.ZERO);
    }

    /** What somebody else's code gives, or the error of the service that it throws. */
    private static List<Step> computed(
            TaskCall call,
            MockedResponse mock,
            Duration delay,
            Function<? super TaskCall, ?> answer,
            Function<@Nullable Object, List<Step>> steps) {
        Object given;
        try {
            given = answer.apply(call);
        } catch (RuntimeException exception) {
            if (!SdkErrors.isServiceException(exception)) {
                boolean ours = exception instanceof MockException || exception instanceof UnmockedCallException;
                throw ours ? exception : brokenAnswer(call, mock, exception);
            }
            return List.of(thrown(call, delay, exception));
        }
        return steps.apply(given);
    }

    /** Whether the test's own code answers. */
    boolean isComputed() {
        return code != null;
    }

    /** Whether a copy would share with it what its calls change. */
    boolean mayHoldState() {
        return code != null && !(code instanceof CopiedAnswer) && CopiedAnswer.mayHoldState(code);
    }

    /** The same reply as it was before its first call. */
    Reply copy() {
        return code instanceof CopiedAnswer<?> counting ? computing(delay, counting.copy()) : this;
    }

    /** An exception of the test's own code, which is neither an error of the service nor a failed assertion. */
    private static MockException brokenAnswer(TaskCall call, MockedResponse mock, RuntimeException exception) {
        return new MockException(
                CallMessage.verdict("The answer to the call made by " + call.statePath() + " (attempt " + call.attempt()
                                + ") threw an exception.")
                        .fact("threw", exception.toString().lines().findFirst().orElse(""))
                        .fact("at", call.place())
                        .mocked(mock)
                        .advice("If the call is to fail, say with which error: fails(\"Error\", \"Cause\").")
                        .text(),
                exception);
    }

    static Reply accepting(Answer response) {
        return new Reply(
                Kind.ACCEPTED,
                (call, mock) -> List.of(new Step.Submitted(Duration.ZERO, response.seenBy(call, false))));
    }

    static Reply callback(Duration delay, Answer output) {
        return new Reply(Kind.CALLBACK, (call, mock) -> accepted(call, new Step.Succeeded(delay, output.tree())));
    }

    static Reply callbackFailing(Duration delay, @Nullable String error, @Nullable String cause) {
        return new Reply(Kind.CALLBACK, (call, mock) -> accepted(call, new Step.Failed(delay, error, cause)));
    }

    static Reply job(Duration delay, Answer output) {
        return new Reply(
                Kind.JOB,
                (call, mock) -> accepted(call, new Step.Succeeded(delay, output.seenBy(call, mock.isFunction()))));
    }

    static Reply jobFailing(Duration delay, @Nullable String error, @Nullable String cause) {
        return new Reply(Kind.JOB, (call, mock) -> accepted(call, new Step.Failed(delay, error, cause)));
    }

    /** The service's response, which in the optimized integration of Lambda may tell that the function failed. */
    private static List<Step> answered(TaskCall call, MockedResponse mock, Duration delay, Answer answer) {
        Step failed = answer.failureOfFunction(call, delay);
        if (failed != null) {
            return List.of(failed);
        }
        Suitability.check(mock, Kind.RESULT, call);
        return completed(call, delay, answer.seenBy(call, mock.isFunction()));
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
        try {
            return new Sent(call, function ? call.payload() : call.parameters()).as(type);
        } catch (IllegalArgumentException unlike) {
            Throwable why = unlike.getCause() == null ? unlike : unlike.getCause();
            CallMessage message = CallMessage.verdict(
                            "The call made by " + call.statePath() + " cannot be read as " + type.getSimpleName() + ".")
                    .fact("parameters", call.parameters().toString())
                    .fact("why", String.valueOf(why.getMessage()))
                    .fact("at", call.place());
            String lambda = function ? null : Selectors.functionName(call);
            if (lambda != null) {
                message.advice("Of a Lambda function, harness.mockLambda(\"" + lambda + "\") reads the payload.");
            }
            throw new MockException(message.text(), unlike);
        }
    }
}
