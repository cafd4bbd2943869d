package io.github.asltestkit.mock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.integration.IntegrationPattern;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskIntegration.CancelOutcome;
import io.github.asltestkit.integration.TaskReaction;
import io.github.asltestkit.integration.TaskReaction.Step;
import io.github.asltestkit.integration.TaskResource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The answers of a mock, in order: each call that matches takes the next one, and the last one answers all the calls
 * after it.
 */
public final class MockedResponse {
    private final String name;
    private final boolean lambda;
    private final boolean lenient;
    private final List<CallCondition> conditions;
    private final CallSite site;
    private final List<Function<TaskCall, TaskReaction>> answers = new ArrayList<>();
    private @Nullable Duration heartbeatInterval;
    private @Nullable Duration pollingInterval;
    private CancelOutcome cancelOutcome = new CancelOutcome(true, "");
    private int used;

    MockedResponse(String name, boolean lambda, boolean lenient, List<CallCondition> conditions, CallSite site) {
        this.name = name;
        this.lambda = lambda;
        this.lenient = lenient;
        this.conditions = conditions;
        this.site = site;
    }

    /** Then the call succeeds at once; see {@link Mock#returns(Object)}. */
    public MockedResponse thenReturns(@Nullable Object response) {
        return thenReturnsAfter(Duration.ZERO, response);
    }

    /** Then the call succeeds after a time. */
    public MockedResponse thenReturnsAfter(Duration delay, @Nullable Object response) {
        JsonNode output = MockJson.tree(response);
        return then(call -> steps(new Step.Succeeded(checked(delay), wrapped(call, output))));
    }

    /** Then the call succeeds at once with the content of a class-path resource, which holds JSON. */
    public MockedResponse thenReturnsResource(String resource) {
        return thenReturns(read(resource));
    }

    /** Then the call fails at once. */
    public MockedResponse thenFails(@Nullable String error, @Nullable String cause) {
        return thenFailsAfter(Duration.ZERO, error, cause);
    }

    /** Then the call fails after a time. */
    public MockedResponse thenFailsAfter(Duration delay, @Nullable String error, @Nullable String cause) {
        return then(call -> steps(new Step.Failed(checked(delay), error, cause)));
    }

    /** Then the call succeeds at once with what a function makes of it. */
    public MockedResponse thenAnswers(Function<? super TaskCall, ?> answer) {
        return then(call -> {
            Object given = answer.apply(call);
            return given instanceof TaskReaction reaction
                    ? reaction
                    : steps(new Step.Succeeded(Duration.ZERO, wrapped(call, MockJson.tree(given))));
        });
    }

    /** Then the call is never answered. */
    public MockedResponse thenNeverAnswers() {
        return then(call -> TaskReaction.silence());
    }

    /** Then the request is accepted, and nobody goes on from there. */
    public MockedResponse thenAccepts() {
        return then(call -> steps(submitted()));
    }

    /** Then the request is accepted with this response of the service, and nobody goes on from there. */
    public MockedResponse thenAccepts(@Nullable Object response) {
        JsonNode tree = MockJson.tree(response);
        return then(call -> steps(new Step.Submitted(Duration.ZERO, tree)));
    }

    /** Then the request is accepted, and the worker returns the token with SendTaskSuccess after a time. */
    public MockedResponse thenCallbackSucceedsAfter(Duration delay, @Nullable Object output) {
        JsonNode tree = MockJson.tree(output);
        return then(call -> steps(submitted(), new Step.Succeeded(checked(delay), tree)));
    }

    /** Then the request is accepted, and the worker returns the token with SendTaskFailure after a time. */
    public MockedResponse thenCallbackFailsAfter(Duration delay, @Nullable String error, @Nullable String cause) {
        return then(call -> steps(submitted(), new Step.Failed(checked(delay), error, cause)));
    }

    /** Then the job is submitted, and completes after a time. */
    public MockedResponse thenJobSucceedsAfter(Duration delay, @Nullable Object output) {
        return thenCallbackSucceedsAfter(delay, output);
    }

    /** Then the job is submitted, and fails after a time. */
    public MockedResponse thenJobFailsAfter(Duration delay, @Nullable String error, @Nullable String cause) {
        return thenCallbackFailsAfter(delay, error, cause);
    }

    /** Then the job is submitted, and fails after a time with {@code States.TaskFailed}; see {@link Mock#jobFailsAfter(Duration, Object)}. */
    public MockedResponse thenJobFailsAfter(Duration delay, Object job) {
        return thenJobFailsAfter(delay, "States.TaskFailed", MockJson.tree(job).toString());
    }

    /** Then the call is done for real; see {@link Mock#runsForReal()}. */
    public MockedResponse thenRunsForReal() {
        return then(ForReal.MARK);
    }

    /**
     * The worker of each call sends SendTaskHeartbeat at this interval, for as long as the mock's answer lasts.
     *
     * @throws IllegalArgumentException if the interval is not positive
     */
    public MockedResponse withHeartbeatsEvery(Duration interval) {
        if (interval.isZero() || interval.isNegative()) {
            throw new IllegalArgumentException("Heartbeats come at a positive interval, but it was " + interval);
        }
        heartbeatInterval = interval;
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
        pollingInterval = interval;
        return this;
    }

    /** An attempt to cancel the job fails: the job runs on, and the call journal says so. */
    public MockedResponse whoseCancelFails(String reason) {
        cancelOutcome = new CancelOutcome(false, reason);
        return this;
    }

    // ---- for the registry ------------------------------------------------------------------------------------

    boolean matches(TaskCall call) {
        return conditions.stream().allMatch(condition -> condition.matches(call));
    }

    /** Whether the next call is to be done for real. */
    boolean runsForReal() {
        return next() instanceof ForReal;
    }

    /** A call was done for real. */
    void ranForReal() {
        used++;
    }

    private Function<TaskCall, TaskReaction> next() {
        return answers.get(Math.min(used, answers.size() - 1));
    }

    TaskReaction react(TaskCall call) {
        TaskReaction reaction = next().apply(call);
        used++;
        if (pollingInterval != null && call.resource().pattern() == IntegrationPattern.RUN_A_JOB) {
            reaction = polled(reaction, pollingInterval);
        }
        return heartbeatInterval == null ? reaction : withHeartbeats(reaction, heartbeatInterval);
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

    private static TaskReaction withHeartbeats(TaskReaction reaction, Duration interval) {
        Duration end = reaction.steps().isEmpty()
                ? Duration.ZERO
                : reaction.steps().get(reaction.steps().size() - 1).after();
        List<Step> steps = new ArrayList<>(reaction.steps());
        for (Duration at = interval; at.compareTo(end) < 0; at = at.plus(interval)) {
            steps.add(new Step.Heartbeat(at));
        }
        steps.sort(Comparator.comparing(Step::after));
        return new TaskReaction(steps);
    }

    CancelOutcome cancelOutcome() {
        return cancelOutcome;
    }

    boolean isUnused() {
        return used == 0 && !lenient;
    }

    String name() {
        return name;
    }

    CallSite site() {
        return site;
    }

    List<CallCondition> conditions() {
        return conditions;
    }

    private MockedResponse then(Function<TaskCall, TaskReaction> answer) {
        answers.add(answer);
        return this;
    }

    private static TaskReaction steps(Step... steps) {
        return new TaskReaction(List.of(steps));
    }

    private static Duration checked(Duration delay) {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("An answer comes after its call, but its delay was " + delay);
        }
        return delay;
    }

    private static Step submitted() {
        return new Step.Submitted(Duration.ZERO, JsonNodeFactory.instance.objectNode());
    }

    /** What {@code lambda:invoke} makes of a function's answer; any other response is the state's as it is. */
    private JsonNode wrapped(TaskCall call, JsonNode output) {
        TaskResource resource = call.resource();
        boolean invoke = resource.kind() == TaskResource.Kind.SERVICE
                && resource.service().equals("lambda")
                && resource.pattern() == IntegrationPattern.REQUEST_RESPONSE;
        if (!lambda || !invoke) {
            return output;
        }
        ObjectNode envelope = JsonNodeFactory.instance.objectNode();
        envelope.put("ExecutedVersion", "$LATEST");
        envelope.set("Payload", output);
        envelope.put("StatusCode", 200);
        return envelope;
    }

    private static String read(String resource) {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader loader = context == null ? MockedResponse.class.getClassLoader() : context;
        String path = resource.startsWith("/") ? resource.substring(1) : resource;
        try (InputStream stream = loader.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalArgumentException("There is no class-path resource " + path);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The class-path resource " + path + " cannot be read", unreadable);
        }
    }

    /** In the place of an answer: the call is done for real, so that nobody asks for one. */
    private enum ForReal implements Function<TaskCall, TaskReaction> {
        MARK;

        @Override
        public TaskReaction apply(TaskCall call) {
            throw new IllegalStateException("A call that is done for real is not answered by its mock");
        }
    }
}
