package io.github.asltestkit.mock;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.internal.expression.JsonPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The first half of a sentence about the calls of a state machine: which calls. The second half is one of the answers;
 * only with it the mock counts. A condition narrows the calls further, in whatever order the conditions are given.
 *
 * <p>Where several mocks match a call, the one that was given last answers.
 */
public final class Mock {
    private final Mocks mocks;
    private final String selector;
    private final boolean lambda;
    private final List<CallCondition> conditions = new ArrayList<>();
    private final CallSite site = CallSite.here();
    private @Nullable String name;
    private boolean lenient;
    private boolean answered;

    Mock(Mocks mocks, String selector, boolean lambda, CallCondition selects) {
        this.mocks = mocks;
        this.selector = selector;
        this.lambda = lambda;
        conditions.add(selects);
    }

    // ---- which calls -----------------------------------------------------------------------------------------

    /** A name for messages, such as {@code in stock}. */
    public Mock named(String newName) {
        name = newName;
        return this;
    }

    /** It need not be called: it is not reported as unused at the end of a test. */
    public Mock lenient() {
        lenient = true;
        return this;
    }

    /** Only on this attempt of a visit of the state; 1 is the first. */
    public Mock onAttempt(int attempt) {
        return only(
                "attempt",
                String.valueOf(attempt),
                call -> String.valueOf(call.attempt()),
                call -> call.attempt() == attempt);
    }

    /** Only on the n-th call that the state makes in its execution, over all visits and attempts; 1 is the first. */
    public Mock onCall(int number) {
        return only(
                "call", String.valueOf(number), call -> String.valueOf(call.visit()), call -> call.visit() == number);
    }

    /** Only for the item of this index of the innermost Map state around the task; 0 is the first. */
    public Mock onItem(int index) {
        return only("item index", String.valueOf(index), call -> String.valueOf(call.itemIndex()), call -> {
            Integer actual = call.itemIndex();
            return actual != null && actual == index;
        });
    }

    /** Only for items of the innermost Map state that hold all that {@code partialJson} holds. */
    public Mock onItemContaining(Object partialJson) {
        JsonNode expected = MockJson.tree(partialJson);
        return only("item", "contains " + expected, call -> String.valueOf(call.item()), call -> {
            JsonNode item = call.item();
            return item != null && MockJson.contains(item, expected);
        });
    }

    /** Only in the execution of this name. */
    public Mock inExecution(String executionName) {
        return only(
                "execution",
                "equals " + executionName,
                TaskCall::executionName,
                call -> call.executionName().equals(executionName));
    }

    /**
     * Only where the parameters have a value at a path.
     *
     * @param jsonPath a path into the parameters, such as {@code $.Payload.sku}
     * @param value the value: text is a string, a number is compared by value, a map or list by content
     */
    public Mock withParameter(String jsonPath, @Nullable Object value) {
        JsonPath path = JsonPath.compile(jsonPath);
        JsonNode expected = MockJson.literal(value);
        String subject = jsonPath.startsWith("$.") ? jsonPath.substring(2) : jsonPath;
        return only(subject, "equals " + expected, call -> show(path.tryRead(call.parameters())), call -> {
            JsonNode actual = path.tryRead(call.parameters());
            return actual != null && MockJson.equal(actual, expected);
        });
    }

    /**
     * Only where the parameters hold all that {@code partialJson} holds, and perhaps more fields.
     *
     * @param partialJson JSON text, a tree, a map or a bean
     */
    public Mock withParameters(Object partialJson) {
        JsonNode expected = MockJson.tree(partialJson);
        return only(
                "parameters",
                "contain " + expected,
                call -> call.parameters().toString(),
                call -> MockJson.contains(call.parameters(), expected));
    }

    /**
     * Only calls that a predicate accepts.
     *
     * @param description what it asks, for messages
     */
    public Mock matching(String description, Predicate<? super TaskCall> predicate) {
        return only("call", description, call -> "does not match", predicate::test);
    }

    private Mock only(
            String subject, String expected, Function<TaskCall, String> actual, Predicate<TaskCall> predicate) {
        if (answered) {
            throw new IllegalStateException("This mock of " + selector
                    + " has its answer already: say which calls it answers before the answer");
        }
        conditions.add(new CallCondition(subject, expected, actual, predicate, false));
        return this;
    }

    private static String show(@Nullable JsonNode value) {
        return value == null ? "(nothing)" : value.toString();
    }

    // ---- what happens to them --------------------------------------------------------------------------------

    /**
     * The call succeeds at once.
     *
     * @param response the service's response as the state sees it: JSON text, a tree, a map, a list or a bean. Of a mock by
     *     Lambda function it is what the function returns; {@code lambda:invoke} wraps it in its envelope
     */
    public MockedResponse returns(@Nullable Object response) {
        return respond().thenReturns(response);
    }

    /** The call succeeds after a time on the virtual clock. */
    public MockedResponse returnsAfter(Duration delay, @Nullable Object response) {
        return respond().thenReturnsAfter(delay, response);
    }

    /** The call succeeds at once with the content of a class-path resource, which holds JSON. */
    public MockedResponse returnsResource(String resource) {
        return respond().thenReturnsResource(resource);
    }

    /** The call fails at once with this error and cause. */
    public MockedResponse fails(@Nullable String error, @Nullable String cause) {
        return respond().thenFails(error, cause);
    }

    /** The call fails after a time on the virtual clock. */
    public MockedResponse failsAfter(Duration delay, @Nullable String error, @Nullable String cause) {
        return respond().thenFailsAfter(delay, error, cause);
    }

    /**
     * The call succeeds at once with what a function makes of it, as {@link #returns(Object)} takes it.
     *
     * @param answer is called once for each call, on the engine's thread
     */
    public MockedResponse answers(Function<? super TaskCall, ?> answer) {
        return respond().thenAnswers(answer);
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
     * @param response JSON text, a tree, a map, a list or a bean
     */
    public MockedResponse accepts(@Nullable Object response) {
        return respond().thenAccepts(response);
    }

    /** The request of a callback is accepted, and after a time the worker returns the token with SendTaskSuccess. */
    public MockedResponse callbackSucceedsAfter(Duration delay, @Nullable Object output) {
        return respond().thenCallbackSucceedsAfter(delay, output);
    }

    /** The request of a callback is accepted, and after a time the worker returns the token with SendTaskFailure. */
    public MockedResponse callbackFailsAfter(Duration delay, @Nullable String error, @Nullable String cause) {
        return respond().thenCallbackFailsAfter(delay, error, cause);
    }

    /** The job is submitted, and completes after a time. */
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
        return respond().thenAccepts();
    }

    private MockedResponse respond() {
        if (answered) {
            throw new IllegalStateException(
                    "This mock of " + selector + " has its answer already: go on with then..., or mock the call anew");
        }
        answered = true;
        MockedResponse response =
                new MockedResponse(name == null ? selector : name, lambda, lenient, List.copyOf(conditions), site);
        mocks.register(response);
        return response;
    }
}
