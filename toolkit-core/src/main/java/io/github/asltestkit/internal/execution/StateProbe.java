package io.github.asltestkit.internal.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.asltestkit.integration.TaskReaction;
import io.github.asltestkit.internal.execution.Frame.MapItem;
import io.github.asltestkit.internal.expression.Expression;
import io.github.asltestkit.internal.program.Errors;
import io.github.asltestkit.internal.program.Flow.Completion;
import io.github.asltestkit.internal.program.Stage;
import io.github.asltestkit.internal.program.StateScope;
import io.github.asltestkit.internal.program.Step;
import io.github.asltestkit.internal.program.Step.MapStep;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The second door to the interpreter: one state alone, with a mocked result or error, as TestState takes it. The state
 * runs as in any execution; where it would be left, retried or fail, the probe notes it, and the run ends.
 */
public final class StateProbe {

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
    private @Nullable Integer catchIndex;
    private @Nullable Integer retryIndex;
    private @Nullable Long backoffSeconds;
    private @Nullable Long maxConcurrency;
    private @Nullable Long toleratedCount;
    private @Nullable Double toleratedPercentage;
    private Map<String, JsonNode> variables = Map.of();

    /**
     * What the state is given.
     *
     * @param variables the variables it sees
     * @param context the Context object in place of the run's own, or null
     * @param item whether the state is one of a Map's processor, and so has an item: the first, which is its input
     * @param readItems what the ItemReader of a Map has read, or null
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
            boolean item,
            @Nullable JsonNode readItems,
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

    void saw(Stage stage, JsonNode value) {
        stages.put(stage, value);
    }

    /** What the mock does with a Task's call. */
    TaskReaction reaction() {
        JsonNode result = given.result();
        return result != null ? TaskReaction.succeed(result) : TaskReaction.fail(given.error(), given.cause());
    }

    /** The mock in place of the branches of a Parallel, or the iterations of a Map. */
    void below(Interpreter interpreter, Visit visit) {
        if (given.failing()) {
            interpreter.fail(visit, Failure.of(given.error(), given.cause()));
            return;
        }
        JsonNode result = given.result();
        if (result == null) {
            throw new IllegalStateException("A Parallel or Map state is tested with a mock");
        }
        Step step = visit.step;
        interpreter.exit(visit, step.flow().completeWithResult(VisitScope.of(visit), result), step.next());
    }

    /** A Map state: its numbers and items, then the mock, unless more iterations failed than are tolerated. */
    void map(Interpreter interpreter, Visit visit, MapStep step, JsonNode effectiveInput) {
        VisitScope visitScope = VisitScope.of(visit);
        StateScope scope = visitScope.withInput(effectiveInput);
        maxConcurrency = step.maxConcurrency().evaluate(scope);
        if (step.toleratedFailureCount() != null) {
            toleratedCount = step.toleratedFailureCount().evaluate(scope);
        }
        if (step.toleratedFailurePercentage() != null) {
            toleratedPercentage = step.toleratedFailurePercentage().evaluate(scope);
        }
        JsonNode items = items(step, visitScope, effectiveInput);
        boolean tooMany = toleratedCount != null && given.failedIterations() > toleratedCount;
        boolean tooLarge = toleratedPercentage != null
                && !items.isEmpty()
                && 100.0 * given.failedIterations() / items.size() > toleratedPercentage;
        if (!given.failing() && (tooMany || tooLarge)) {
            interpreter.fail(
                    visit,
                    Failure.of(
                            Errors.EXCEED_TOLERATED_FAILURE_THRESHOLD,
                            "The specified tolerated failure threshold was exceeded"));
            return;
        }
        below(interpreter, visit);
    }

    /** What the Map iterates over: what its reader has read, or what its input says; each item selected. */
    private JsonNode items(MapStep step, VisitScope scope, JsonNode effectiveInput) {
        JsonNode read = given.readItems();
        if (read == null && step.state().itemReader() != null) {
            return JsonNodeFactory.instance.arrayNode();
        }
        JsonNode items = read;
        if (items == null) {
            items = step.items().select(scope, effectiveInput);
            saw(Stage.AFTER_ITEMS_PATH, items);
        }
        Expression selector = step.itemSelector();
        if (selector == null) {
            return items;
        }
        ArrayNode selected = JsonNodeFactory.instance.arrayNode();
        List<String> keys = new ArrayList<>();
        items.fieldNames().forEachRemaining(keys::add);
        int index = 0;
        for (JsonNode value : items) {
            String key = keys.isEmpty() ? null : keys.get(index);
            selected.add(selector.evaluate(scope.forItem(new MapItem(index++, key, value, null), effectiveInput)));
        }
        saw(Stage.AFTER_ITEM_SELECTOR, selected);
        return selected;
    }

    void exited(Completion completion, @Nullable String next) {
        status = catchIndex == null ? Status.SUCCEEDED : Status.CAUGHT_ERROR;
        output = completion.output();
        nextState = next;
    }

    void caught(int index, Failure reason) {
        catchIndex = index;
        failure = reason;
    }

    void retried(int index, long seconds, Failure reason) {
        status = Status.RETRIABLE;
        retryIndex = index;
        backoffSeconds = seconds;
        failure = reason;
    }

    void exhausted(int index) {
        retryIndex = index;
    }

    void failed(Failure reason) {
        status = Status.FAILED;
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

    public @Nullable Long maxConcurrency() {
        return maxConcurrency;
    }

    public @Nullable Long toleratedFailureCount() {
        return toleratedCount;
    }

    public @Nullable Double toleratedFailurePercentage() {
        return toleratedPercentage;
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
