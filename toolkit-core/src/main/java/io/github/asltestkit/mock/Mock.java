package io.github.asltestkit.mock;

import static org.apiguardian.api.API.Status.MAINTAINED;

import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.internal.message.CallSite;
import io.github.asltestkit.internal.model.SdkClients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The first half of a sentence about the calls of a state machine: which calls. The second half is one of the answers;
 * without it the mock is unfinished, and the first call fails the test. A condition narrows the calls further; the order of
 * the conditions means nothing, and after the answer there can be no more of them.
 *
 * <p>Where several mocks match a call, the one that was given last answers.
 *
 * <p>Delays are virtual time, counted from the moment at which the call is scheduled. What is JSON may be given as JSON text, a
 * {@link java.nio.file.Path} to a file of it, a tree, a map, a list or a bean; a tree is not to be changed afterwards. Each
 * answer throws an {@link IllegalArgumentException} where its delay is negative or its JSON is none, and an
 * {@link IllegalStateException} where the mock has its answer already. An answer that does not suit the call, such as a
 * job for a call that submits none, fails the test when the call comes.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html">Service integration patterns</a>
 */
@API(status = MAINTAINED, since = "0.1")
public final class Mock extends CallConditions<Mock> {
    private final Mocks mocks;
    private final String selector;
    private final boolean lambda;
    private final List<CallCondition> conditions = new ArrayList<>(2);
    private final CallSite site = CallSite.here();
    private @Nullable String name;
    private @Nullable FieldValidation validation;
    private boolean lenient;
    private boolean answered;

    Mock(Mocks mocks, boolean lambda, CallCondition selects) {
        this.mocks = mocks;
        this.selector = selects.expected();
        this.lambda = lambda;
        conditions.add(selects);
        mocks.begin(this);
    }

    // ---- which calls -----------------------------------------------------------------------------------------

    /**
     * A name for messages and the journal, such as {@code in stock}; without one, it is called by what it was given for.
     *
     * @throws IllegalStateException if it has a name or its answer already
     */
    public Mock named(String newName) {
        requireUnanswered("its name");
        if (name != null) {
            throw new IllegalStateException("This mock of " + selector + " is named \"" + name
                    + "\" already, and cannot be \"" + newName + "\" too");
        }
        name = newName;
        return this;
    }

    /**
     * It need not be called: it is not reported as unused at the end of a test.
     *
     * @throws IllegalStateException if it has its answer already
     */
    public Mock lenient() {
        requireUnanswered("that it is lenient");
        lenient = true;
        return this;
    }

    /**
     * How the requests and responses of this mock are held against their API's model, whatever the harness does.
     *
     * @throws IllegalStateException if another level was given before, or it has its answer already
     */
    public Mock withFieldValidation(FieldValidation level) {
        requireUnanswered("how its fields are validated");
        if (validation != null && validation != level) {
            throw new IllegalStateException("This mock of " + selector + " validates at " + validation
                    + " already, and cannot at " + level + " too");
        }
        validation = level;
        return this;
    }

    @Override
    Mock self() {
        return this;
    }

    @Override
    Mock and(CallCondition condition) {
        requireUnanswered("which calls it answers");
        for (CallCondition other : conditions) {
            if (other.excludes(condition)) {
                throw new IllegalStateException("No call matches this mock of " + selector + ": " + condition.subject()
                        + " cannot be " + told(other) + " and " + told(condition)
                        + ". Use a second mock for that");
            }
        }
        conditions.add(condition);
        return this;
    }

    private static String told(CallCondition condition) {
        return condition.expected().replaceFirst("^equals ", "");
    }

    private void requireUnanswered(String what) {
        if (answered) {
            throw new IllegalStateException(
                    "This mock of " + selector + " has its answer already: say " + what + " before the answer");
        }
    }

    String selector() {
        return selector;
    }

    CallSite site() {
        return site;
    }

    // ---- what happens to them --------------------------------------------------------------------------------

    /**
     * The call succeeds at once. A job is submitted and done at once. A callback is refused: {@link #accepts(Object)} says
     * what the service answers, and {@link #callbackSucceedsAfter(Duration, Object)} what the worker returns.
     *
     * @param response the service's response as the state sees it: JSON text, a {@link java.nio.file.Path} to a file of it, a
     *     tree, a map, a list or a bean; or a response of the AWS SDK for Java 2, such as {@code GetItemResponse}. Of a mock
     *     by Lambda function it is what the function returns; {@code lambda:invoke} wraps it in its envelope
     */
    public MockedResponse returns(@Nullable Object response) {
        return respond().thenReturns(response);
    }

    /** The call succeeds after a time on the virtual clock. */
    public MockedResponse returnsAfter(Duration delay, @Nullable Object response) {
        return respond().thenReturnsAfter(delay, response);
    }

    /**
     * The call succeeds at once with the content of a class-path resource, which holds JSON.
     *
     * @param resource such as {@code responses/in-stock.json}, from the root of the class path
     * @throws IllegalArgumentException if there is no such resource, or it holds no JSON
     */
    public MockedResponse returnsResource(String resource) {
        return respond().thenReturnsResource(resource);
    }

    /**
     * The call fails at once with this error and cause; either may be left out by null, as SendTaskFailure may leave it out.
     * Of {@code .sync} and {@code .waitForTaskToken} it is the request that is refused, with {@code TaskSubmitFailed} in the
     * history; a job that fails is {@link #jobFailsAfter(Duration, String, String)}.
     */
    public MockedResponse fails(@Nullable String error, @Nullable String cause) {
        return respond().thenFails(error, cause);
    }

    /**
     * The call fails at once with the error and cause that Step Functions makes of an exception of the AWS SDK for Java 2, such
     * as {@code ConditionalCheckFailedException}.
     *
     * @throws IllegalArgumentException if it is not the exception of a service
     */
    public MockedResponse fails(RuntimeException serviceException) {
        return respond().thenFails(serviceException);
    }

    /** The call fails after a time on the virtual clock. */
    public MockedResponse failsAfter(Duration delay, @Nullable String error, @Nullable String cause) {
        return respond().thenFailsAfter(delay, error, cause);
    }

    /**
     * The call succeeds at once with what a function makes of it, as {@link #returns(Object)} takes it. A function that gives
     * a {@link io.github.asltestkit.integration.TaskReaction} says itself what happens and when; an exception of a service of
     * the AWS SDK for Java 2 that it throws is the error that Step Functions would report.
     *
     * @param answer is called once for each call, on the engine's thread
     */
    public MockedResponse answers(Function<? super TaskCall, ?> answer) {
        return respond().thenAnswers(answer);
    }

    /**
     * The call succeeds at once with what a function makes of its parameters, read as a type. Of a mock by Lambda function
     * they are the function's event.
     *
     * @param type a bean, or a request of the AWS SDK, such as {@code PutItemRequest}
     * @param answer is called once for each call, on the engine's thread
     */
    public <T> MockedResponse answers(Class<T> type, Function<? super T, ?> answer) {
        return respond().thenAnswers(type, answer);
    }

    /**
     * The call is done by a client of the AWS SDK for Java 2, real or your own: its operation of the action's name gets the
     * call's parameters as its request. What it returns is the response, and an exception of the service is the error that Step
     * Functions would report. For a database or a queue that runs beside the test. Of a {@code .sync} or
     * {@code .waitForTaskToken} call the client does the request, and nobody goes on from there but the test.
     *
     * @param client such as {@code DynamoDbClient}; not an asynchronous one
     * @throws IllegalArgumentException if it is no such client
     */
    public MockedResponse answersBy(Object client) {
        SdkClients.check(client);
        return respond().thenAnswersBy(client);
    }

    /** The call succeeds after a time on the virtual clock with what a function makes of it; the function runs at once. */
    public MockedResponse answersAfter(Duration delay, Function<? super TaskCall, ?> answer) {
        return respond().thenAnswersAfter(delay, answer);
    }

    /** The call is never answered: only a timeout ends it. */
    public MockedResponse neverAnswers() {
        return respond().thenNeverAnswers();
    }

    /** The request is accepted: the callback's message is sent, the job submitted; nobody goes on from there. */
    public MockedResponse accepts() {
        return respond().thenAccepts();
    }

    /**
     * The request is accepted with this response of the service, which TaskSubmitted shows; nobody goes on from there.
     *
     * @param response as {@link #returns(Object)} takes it
     */
    public MockedResponse accepts(@Nullable Object response) {
        return respond().thenAccepts(response);
    }

    /**
     * The request of a callback is accepted, and after a time the worker returns the token with SendTaskSuccess. It suits
     * an Activity as well, and a job that was given a token.
     *
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_SendTaskSuccess.html">SendTaskSuccess</a>
     */
    public MockedResponse callbackSucceedsAfter(Duration delay, @Nullable Object output) {
        return respond().thenCallbackSucceedsAfter(delay, output);
    }

    /**
     * The request of a callback is accepted, and after a time the worker returns the token with SendTaskFailure. It suits
     * an Activity as well, and a job that was given a token.
     *
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_SendTaskFailure.html">SendTaskFailure</a>
     */
    public MockedResponse callbackFailsAfter(Duration delay, @Nullable String error, @Nullable String cause) {
        return respond().thenCallbackFailsAfter(delay, error, cause);
    }

    /**
     * The job is submitted, and completes after a time.
     *
     * @param output what the task sees of the job that is done, as {@link #returns(Object)} takes it
     */
    public MockedResponse jobSucceedsAfter(Duration delay, @Nullable Object output) {
        return respond().thenJobSucceedsAfter(delay, output);
    }

    /** The job is submitted, and fails after a time; the task fails with this error and cause. */
    public MockedResponse jobFailsAfter(Duration delay, @Nullable String error, @Nullable String cause) {
        return respond().thenJobFailsAfter(delay, error, cause);
    }

    /**
     * The job is submitted, and fails after a time; the task fails with {@code States.TaskFailed}, as it does for a job that
     * ends badly, and the described job as the cause.
     *
     * @param job the job as its service describes it: JSON text, a tree, a map, a list or a bean
     */
    public MockedResponse jobFailsAfter(Duration delay, Object job) {
        return respond().thenJobFailsAfter(delay, job);
    }

    /**
     * The call is done for real, as without a mock: it starts an execution of a machine that the harness knows, or is sent
     * by a route of the harness. The mock serves to count the calls, to answer others of them otherwise, and to let an
     * attempt to cancel the execution fail.
     */
    public MockedResponse runsForReal() {
        return respond().thenRunsForReal();
    }

    /** The job is submitted and runs until it is cancelled, or the test ends it by hand. */
    public MockedResponse jobNeverEnds() {
        return respond().thenJobNeverEnds();
    }

    private MockedResponse respond() {
        if (answered) {
            throw new IllegalStateException("This mock of " + selector
                    + " already has its answer: continue with then..., or mock the call again");
        }
        answered = true;
        MockedResponse response = new MockedResponse(
                name == null ? selector : name, lambda, lenient, validation, List.copyOf(conditions), site);
        mocks.finish(this, response);
        return response;
    }
}
