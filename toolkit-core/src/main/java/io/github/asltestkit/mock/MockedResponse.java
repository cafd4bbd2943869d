package io.github.asltestkit.mock;

import static org.apiguardian.api.API.Status.MAINTAINED;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskIntegration.CancelOutcome;
import io.github.asltestkit.integration.TaskReaction;
import io.github.asltestkit.integration.TaskReaction.Step;
import io.github.asltestkit.internal.io.ClassPath;
import io.github.asltestkit.internal.message.CallSite;
import io.github.asltestkit.internal.message.Times;
import io.github.asltestkit.internal.model.JsonBorder;
import io.github.asltestkit.internal.model.SdkClients;
import io.github.asltestkit.internal.spec.ErrorNames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The answers of a mock, in order: each call that matches takes the next one, and the last one answers all the calls
 * after it. What is said of heartbeats, polling and cancels is said of the whole mock, wherever it stands, and once: another
 * value throws an {@link IllegalStateException}.
 *
 * <p>Delays, JSON and what each {@code then...} throws are as in the answer of {@link Mock} of the same name.
 */
@API(status = MAINTAINED, since = "0.1")
public final class MockedResponse {
    private final String name;
    private final boolean lambda;
    private final boolean lenient;
    private final @Nullable FieldValidation validation;
    private final List<CallCondition> conditions;
    private final CallSite site;
    private final List<Reply> replies = new ArrayList<>(2);
    private @Nullable Heartbeats heartbeats;
    private @Nullable Duration pollingInterval;
    private @Nullable CancelOutcome cancelOutcome;
    private final @Nullable MockedResponse original;
    private int used;

    /** A copy of it was called, perhaps on another thread. */
    private volatile boolean usedByCopy;

    MockedResponse(
            String name,
            boolean lambda,
            boolean lenient,
            @Nullable FieldValidation validation,
            List<CallCondition> conditions,
            CallSite site) {
        this.name = name;
        this.lambda = lambda;
        this.lenient = lenient;
        this.validation = validation;
        this.conditions = conditions;
        this.site = site;
        this.original = null;
    }

    private MockedResponse(MockedResponse original) {
        this.name = original.name;
        this.lambda = original.lambda;
        this.lenient = original.lenient;
        this.validation = original.validation;
        this.conditions = original.conditions;
        this.site = original.site;
        this.heartbeats = original.heartbeats;
        this.pollingInterval = original.pollingInterval;
        this.cancelOutcome = original.cancelOutcome;
        this.original = original;
        original.replies.forEach(reply -> replies.add(reply.copy()));
    }

    /** The same answers from the first one on. What the copy answers counts as used here. */
    MockedResponse copy() {
        return new MockedResponse(this);
    }

    /** Whether a copy would share with it what its calls change. */
    boolean mayHoldState() {
        return replies.stream().anyMatch(Reply::mayHoldState);
    }

    /** Whether the order of its calls matters. */
    boolean varies() {
        return replies.size() > 1 || replies.stream().anyMatch(Reply::mayHoldState);
    }

    /** Whether the test's own code answers the next call. */
    boolean isComputed() {
        return next().isComputed();
    }

    /** Then the call succeeds at once; see {@link Mock#returns(Object)}. */
    public MockedResponse thenReturns(@Nullable Object response) {
        return thenReturnsAfter(Duration.ZERO, response);
    }

    /** Then the call succeeds after a time. */
    public MockedResponse thenReturnsAfter(Duration delay, @Nullable Object response) {
        return then(Reply.returning(checked(delay), Answer.of(response)));
    }

    /** Then the call succeeds at once with the content of a class-path resource, which holds JSON. */
    public MockedResponse thenReturnsResource(String resource) {
        return thenReturns(ClassPath.requireText(resource));
    }

    /** Then the call fails at once. */
    public MockedResponse thenFails(@Nullable String error, @Nullable String cause) {
        return thenFailsAfter(Duration.ZERO, error, cause);
    }

    /** Then the call fails as a service of the AWS SDK does; see {@link Mock#fails(RuntimeException)}. */
    public MockedResponse thenFails(RuntimeException serviceException) {
        return then(Reply.throwing(serviceException));
    }

    /** Then the call fails after a time. */
    public MockedResponse thenFailsAfter(Duration delay, @Nullable String error, @Nullable String cause) {
        return then(Reply.failing(checked(delay), error, cause));
    }

    /** Then the call succeeds at once with what a function makes of it; see {@link Mock#answers(Function)}. */
    public MockedResponse thenAnswers(Function<? super TaskCall, ?> answer) {
        return thenAnswersAfter(Duration.ZERO, answer);
    }

    /** Then the call succeeds after a time with what a function makes of it. */
    public MockedResponse thenAnswersAfter(Duration delay, Function<? super TaskCall, ?> answer) {
        return then(Reply.computing(checked(delay), answer));
    }

    /** Then the call succeeds at once with what a function makes of its parameters; see {@link Mock#answers(Class, Function)}. */
    public <T> MockedResponse thenAnswers(Class<T> type, Function<? super T, ?> answer) {
        return then(Reply.computing(Duration.ZERO, call -> answer.apply(Reply.request(call, type, lambda)), answer));
    }

    /** Then the call is done by a client of the AWS SDK for Java 2; see {@link Mock#answersBy(Object)}. */
    public MockedResponse thenAnswersBy(Object client) {
        SdkClients.check(client);
        return then(Reply.byClient(client));
    }

    /** Then the call is never answered. */
    public MockedResponse thenNeverAnswers() {
        return then(Reply.SILENCE);
    }

    /** Then the request is accepted, and nobody goes on from there. */
    public MockedResponse thenAccepts() {
        return then(Reply.accepting(Answer.of(JsonNodeFactory.instance.objectNode())));
    }

    /** Then the request is accepted with this response of the service, and nobody goes on from there. */
    public MockedResponse thenAccepts(@Nullable Object response) {
        return then(Reply.accepting(Answer.of(response)));
    }

    /** Then the request is accepted, and the worker returns the token with SendTaskSuccess after a time. */
    public MockedResponse thenCallbackSucceedsAfter(Duration delay, @Nullable Object output) {
        return then(Reply.callback(checked(delay), Answer.of(output)));
    }

    /** Then the request is accepted, and the worker returns the token with SendTaskFailure after a time. */
    public MockedResponse thenCallbackFailsAfter(Duration delay, @Nullable String error, @Nullable String cause) {
        return then(Reply.callbackFailing(checked(delay), error, cause));
    }

    /** Then the job is submitted, and completes after a time. */
    public MockedResponse thenJobSucceedsAfter(Duration delay, @Nullable Object output) {
        return then(Reply.job(checked(delay), Answer.of(output)));
    }

    /** Then the job is submitted, and fails after a time. */
    public MockedResponse thenJobFailsAfter(Duration delay, @Nullable String error, @Nullable String cause) {
        return then(Reply.jobFailing(checked(delay), error, cause));
    }

    /** Then the job is submitted, and fails after a time with {@code States.TaskFailed}; see {@link Mock#jobFailsAfter(Duration, Object)}. */
    public MockedResponse thenJobFailsAfter(Duration delay, Object job) {
        return thenJobFailsAfter(
                delay,
                ErrorNames.TASK_FAILED,
                JsonBorder.given(job, "described job").toString());
    }

    /** Then the call is done for real; see {@link Mock#runsForReal()}. */
    public MockedResponse thenRunsForReal() {
        return then(Reply.FOR_REAL);
    }

    /** Then the job is submitted, and runs until it is cancelled, or the test ends it by hand. */
    public MockedResponse thenJobNeverEnds() {
        return then(Reply.JOB_WITHOUT_END);
    }

    // ---- said of the whole mock ------------------------------------------------------------------------------

    /**
     * The worker of each call sends SendTaskHeartbeat at this interval, the first one interval after the call, until the mock's
     * answer ends the task. An answer that never ends it, and a call that takes no heartbeats, fail the test.
     *
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_SendTaskHeartbeat.html">SendTaskHeartbeat</a>
     * @throws IllegalArgumentException if the interval is not positive
     */
    public MockedResponse withHeartbeatsEvery(Duration interval) {
        return beating(new Heartbeats(interval, Integer.MAX_VALUE));
    }

    /**
     * The worker of each call sends SendTaskHeartbeat at this interval so many times, and then falls silent, unless the
     * mock's answer ends the task before.
     *
     * @throws IllegalArgumentException if the interval or the number is not positive
     */
    public MockedResponse withHeartbeatsEvery(Duration interval, int times) {
        return beating(new Heartbeats(interval, times));
    }

    private MockedResponse beating(Heartbeats given) {
        heartbeats = once("heartbeats", heartbeats, given);
        return this;
    }

    /**
     * Step Functions looks for the end of the job at this interval, and so sees it at the first look after it; without it,
     * the end is seen when it comes, as for services that tell of it by events.
     *
     * @throws IllegalArgumentException if the interval is not positive
     */
    public MockedResponse polledEvery(Duration interval) {
        if (interval.isZero() || interval.isNegative()) {
            throw new IllegalArgumentException("A job is polled at a positive interval, but it was " + interval);
        }
        Times.checked("The interval at which a job is polled", interval);
        pollingInterval = once("a polling interval", pollingInterval, interval);
        return this;
    }

    /**
     * An attempt to cancel the job fails: the job runs on, and the call journal says so.
     *
     * @param reason what the service answers to the attempt
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html">Run a Job</a>
     */
    public MockedResponse whoseCancelFails(String reason) {
        cancelOutcome = once("the outcome of a cancel", cancelOutcome, new CancelOutcome(false, reason));
        return this;
    }

    /** What is said once cannot be said otherwise later: which of the two would count? */
    private <T> T once(String what, @Nullable T before, T now) {
        if (before != null && !before.equals(now)) {
            throw new IllegalStateException("The mock \"" + name + "\" has " + what + " already, for all its answers");
        }
        return now;
    }

    // ---- for the registry ------------------------------------------------------------------------------------

    boolean matches(TaskCall call) {
        return Sent.matches(call, conditions);
    }

    /** Whether the next call is to be done for real. */
    boolean runsForReal() {
        return next().isForReal();
    }

    /** A call was done for real. */
    void ranForReal() {
        countUse();
    }

    private void countUse() {
        used++;
        noteUse();
    }

    /** Tells the mocks that it is a copy of. */
    void noteUse() {
        for (MockedResponse of = original; of != null && !of.usedByCopy; of = of.original) {
            of.usedByCopy = true;
        }
    }

    private Reply next() {
        return replies.get(Math.min(used, replies.size() - 1));
    }

    TaskReaction react(TaskCall call) {
        Reply reply = next();
        countUse();
        Suitability.check(this, reply, call);
        TaskReaction reaction = reply.reaction(call, this);
        if (pollingInterval != null) {
            reaction = polled(reaction, pollingInterval);
        }
        if (heartbeats == null) {
            return reaction;
        }
        if (!heartbeats.areCounted() && !Heartbeats.isEnded(reaction)) {
            throw Suitability.endless(this, call);
        }
        return heartbeats.during(reaction);
    }

    /** What ends the job is seen at the first look at or after it. */
    private static TaskReaction polled(TaskReaction reaction, Duration interval) {
        List<Step> steps = new ArrayList<>();
        for (Step step : reaction.steps()) {
            long looks = step.after().dividedBy(interval);
            Duration seen = interval.multipliedBy(looks);
            Duration at = seen.compareTo(step.after()) < 0 ? seen.plus(interval) : seen;
            if (step instanceof Step.Succeeded done) {
                steps.add(new Step.Succeeded(at, done.output()));
            } else if (step instanceof Step.Failed failed) {
                steps.add(new Step.Failed(at, failed.error(), failed.cause()));
            } else {
                steps.add(step);
            }
        }
        return new TaskReaction(steps);
    }

    CancelOutcome cancelOutcome() {
        return cancelOutcome == null ? new CancelOutcome(true, "") : cancelOutcome;
    }

    @Nullable
    Heartbeats heartbeats() {
        return heartbeats;
    }

    boolean canNotBeCancelled() {
        return cancelOutcome != null;
    }

    boolean isPolled() {
        return pollingInterval != null;
    }

    boolean isUnused() {
        return used == 0 && !usedByCopy && !lenient;
    }

    /** Whether a Lambda function is mocked, whose event and result are spoken of rather than the API's. */
    boolean isFunction() {
        return lambda;
    }

    String name() {
        return name;
    }

    @Nullable
    FieldValidation validation() {
        return validation;
    }

    CallSite site() {
        return site;
    }

    List<CallCondition> conditions() {
        return conditions;
    }

    private MockedResponse then(Reply reply) {
        replies.add(reply);
        return this;
    }

    private static Duration checked(Duration delay) {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("An answer comes after its call, but its delay was " + delay);
        }
        return Times.checked("The delay of an answer", delay);
    }
}
