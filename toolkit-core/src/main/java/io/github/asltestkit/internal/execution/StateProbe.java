package io.github.asltestkit.internal.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskReaction;
import io.github.asltestkit.internal.expression.Expression;
import io.github.asltestkit.internal.items.ItemReaderException;
import io.github.asltestkit.internal.items.ItemSource;
import io.github.asltestkit.internal.program.Distribution;
import io.github.asltestkit.internal.program.Flow.Completion;
import io.github.asltestkit.internal.program.Stage;
import io.github.asltestkit.internal.program.Step;
import io.github.asltestkit.internal.program.Step.MapStep;
import io.github.asltestkit.internal.spec.ErrorNames;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The second door to the interpreter: one state alone, with a mocked result or error, as TestState takes it. The state
 * runs as in any execution; where it would be left, retried or fail, the probe notes it, and the run ends.
 */
public final class StateProbe implements StateWatch {

    /** How a state under test ended, in the words of TestState. */
    public enum Status {
        SUCCEEDED,
        FAILED,
        RETRIABLE,
        CAUGHT_ERROR
    }

    private final Given given;
    private final Map<Stage, JsonNode> stages = new EnumMap<>(Stage.class);

    private Status status = Status.FAILED;
    private @Nullable String nextState;
    private @Nullable JsonNode output;
    private @Nullable Failure failure;
    private @Nullable String handler;
    private @Nullable Integer catchIndex;
    private @Nullable Integer retryIndex;
    private @Nullable Long backoffSeconds;
    private @Nullable Integer items;
    private Map<String, JsonNode> variables = Map.of();

    /**
     * What the state is given.
     *
     * @param variables the variables it sees
     * @param context the Context object in place of the run's own, or null
     * @param readItems what the ItemReader of a Map has read, as it is found in its source; or null
     * @param result the mocked result, or null
     * @param failing whether an error is mocked
     * @param error its name, or null
     * @param cause its cause, or null
     * @param retries how often the matching Retrier has retried already
     * @param failedIterations how many iterations of a Map have failed
     */
    public record Given(
            Map<String, JsonNode> variables,
            @Nullable JsonNode context,
            @Nullable String readItems,
            @Nullable JsonNode result,
            boolean failing,
            @Nullable String error,
            @Nullable String cause,
            long retries,
            long failedIterations) {

        /** Whether anything is mocked; else the world is asked. */
        public boolean mocked() {
            return result != null || failing;
        }
    }

    public StateProbe(Given given) {
        this.given = given;
    }

    // ---- what the interpreter asks and tells -------------------------------------------------------------------

    Given given() {
        return given;
    }

    @Override
    public @Nullable JsonNode context() {
        return given.context();
    }

    /** TestState calls every state so, whatever its name (recorded). */
    @Override
    public String nameInContext(Step step) {
        return "StateName";
    }

    @Override
    public void saw(Stage stage, JsonNode value) {
        if (stage.isForEach()) {
            ((ArrayNode) stages.computeIfAbsent(stage, each -> JsonNodeFactory.instance.arrayNode())).add(value);
        } else {
            stages.put(stage, value);
        }
    }

    /** What the mock does with a Task's call. */
    @Override
    public @Nullable TaskReaction reaction() {
        if (!given.mocked()) {
            return null;
        }
        JsonNode result = given.result();
        return result != null ? TaskReaction.succeed(result) : TaskReaction.fail(given.error(), given.cause());
    }

    /** A state alone starts and asks no other executions. */
    @Override
    public boolean answersStepFunctions(TaskCall call) {
        return false;
    }

    /** The mock in place of the branches of a Parallel, or the iterations of a Map. */
    @Override
    public boolean endedBranches(StateFlow flow, Visit visit) {
        endBelow(flow, visit);
        return true;
    }

    private void endBelow(StateFlow flow, Visit visit) {
        if (given.failing()) {
            flow.fail(visit, Failure.of(given.error(), given.cause()));
            return;
        }
        JsonNode result = given.result();
        if (result == null) {
            throw new IllegalStateException("A Parallel or Map state is tested with a mock");
        }
        Step step = visit.step;
        flow.succeed(visit, step.flow().completeWithResult(VisitScope.of(visit), result), step.next());
    }

    /**
     * Whether the input of a Map state with an ItemReader stands for what is read: where nothing else does.
     *
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/test-state-isolation.html">Testing Distributed Map
     *     states</a>
     */
    @Override
    public boolean inputIsRead(Distribution.Reader reader, JsonNode effectiveInput) {
        return given.readItems() == null && (reader.itemsPath() != null || effectiveInput.isArray());
    }

    @Override
    public @Nullable Expression itemsPath(Distribution.Reader reader) {
        return reader.itemsPath();
    }

    @Override
    public @Nullable String readItems() {
        return given.readItems();
    }

    /** The items of a Map state as its iterations get them; then the mock, unless more failed than are tolerated. */
    @Override
    public boolean endedItems(
            StateFlow flow,
            Visit visit,
            MapStep step,
            MapRunLimits limits,
            Supplier<ItemSource> source,
            @Nullable Batching batching) {
        endItems(flow, visit, step, limits, source, batching);
        return true;
    }

    private void endItems(
            StateFlow flow,
            Visit visit,
            MapStep step,
            MapRunLimits limits,
            Supplier<ItemSource> source,
            @Nullable Batching batching) {
        if (step.distribution() == null || hasItems(step.distribution())) {
            ChildInputs inputs;
            try {
                inputs = new ChildInputs(visit, step, source.get(), batching);
                inputs.open();
                while (inputs.next() != null) {
                    // Each one is seen as it is made.
                }
            } catch (ItemReaderException unreadable) {
                flow.fail(visit, Failure.of(ErrorNames.ITEM_READER_FAILED, unreadable.getMessage()));
                return;
            }
            inputs.close();
            items = inputs.itemsRead();
        }
        if (!given.failing() && limits.isExceededInTestState(given.failedIterations(), items == null ? 0 : items)) {
            flow.fail(
                    visit,
                    Failure.of(
                            ErrorNames.EXCEED_TOLERATED_FAILURE_THRESHOLD,
                            "The specified tolerated failure threshold was exceeded"));
            return;
        }
        endBelow(flow, visit);
    }

    private boolean hasItems(Distribution distribution) {
        return distribution.reader() == null || given.readItems() != null || stages.containsKey(Stage.AFTER_ITEMS_PATH);
    }

    @Override
    public boolean exited(Completion completion, @Nullable String next) {
        status = catchIndex == null ? Status.SUCCEEDED : Status.CAUGHT_ERROR;
        output = completion.output();
        nextState = next;
        return true;
    }

    @Override
    public void caught(Visit visit, int index, Failure reason) {
        handler = visit.step.name();
        catchIndex = index;
        failure = reason;
    }

    @Override
    public boolean retried(Visit visit, int index, long seconds, Failure reason) {
        handler = visit.step.name();
        status = Status.RETRIABLE;
        retryIndex = index;
        backoffSeconds = seconds;
        failure = reason;
        return true;
    }

    @Override
    public long retriesBefore() {
        return given.retries();
    }

    @Override
    public void exhausted(int index) {
        retryIndex = index;
    }

    @Override
    public void failed(Failure reason) {
        status = Status.FAILED;
        catchIndex = null;
        handler = null;
        failure = reason;
    }

    /** The variables as the state leaves them. */
    void left(Map<String, JsonNode> all) {
        variables = all;
    }

    // ---- what it found -----------------------------------------------------------------------------------------

    public Status status() {
        return status;
    }

    public @Nullable String nextState() {
        return nextState;
    }

    public @Nullable JsonNode output() {
        return output;
    }

    public @Nullable String error() {
        return failure == null ? null : failure.error();
    }

    public @Nullable String cause() {
        return failure == null ? null : failure.cause();
    }

    /** The state whose Retrier or Catcher handles the error: the tested one, or one around it; null where none does. */
    public @Nullable String handler() {
        return handler;
    }

    /** The Catcher that caught the error, or null. */
    public @Nullable Integer catchIndex() {
        return catchIndex;
    }

    /** The Retrier that matched the error, or null. */
    public @Nullable Integer retryIndex() {
        return retryIndex;
    }

    /** How long that Retrier waits, in seconds; null where it does not retry. */
    public @Nullable Long backoffSeconds() {
        return backoffSeconds;
    }

    /** How many items a Map state has; null of another state, and where they are not known. */
    public @Nullable Integer items() {
        return items;
    }

    /** The variables as the state left them. */
    public Map<String, JsonNode> variables() {
        return variables;
    }

    /** The steps of the data flow that were taken. */
    public Map<Stage, JsonNode> stages() {
        return Map.copyOf(stages);
    }
}
