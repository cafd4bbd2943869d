package io.github.asltestkit.internal.execution;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskReaction;
import io.github.asltestkit.internal.expression.Expression;
import io.github.asltestkit.internal.items.ItemSource;
import io.github.asltestkit.internal.program.Distribution;
import io.github.asltestkit.internal.program.Flow.Completion;
import io.github.asltestkit.internal.program.Stage;
import io.github.asltestkit.internal.program.Step;
import io.github.asltestkit.internal.program.Step.MapStep;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whoever watches the states of an execution, and may stand in for what is below them. An execution has nobody; a state
 * that is tested alone has a {@link StateProbe}.
 */
interface StateWatch {

    /** Nobody watches: the states run as the definition says. */
    StateWatch NOBODY = new StateWatch() {};

    // ---- what a state sees ---------------------------------------------------------------------------------------

    /** The Context object in place of the execution's own, or null. */
    default @Nullable JsonNode context() {
        return null;
    }

    /** The name of a state in its Context object. */
    default String nameInContext(Step step) {
        return step.name();
    }

    /** A step of a state's data flow. */
    default void saw(Stage stage, JsonNode value) {}

    // ---- what stands in for what is below ------------------------------------------------------------------------

    /** What happens to a call in place of what the world answers, or null. */
    default @Nullable TaskReaction reaction() {
        return null;
    }

    /** Whether Step Functions itself answers the calls that are about what its engine knows. */
    default boolean answersStepFunctions(TaskCall call) {
        return true;
    }

    /** Whether it stands in for the branches of a Parallel state, and has ended the visit. */
    default boolean endedBranches(StateFlow flow, Visit visit) {
        return false;
    }

    /** Whether it stands in for the iterations or child executions of a Map state, and has ended the visit. */
    default boolean endedItems(
            StateFlow flow,
            Visit visit,
            MapStep step,
            MapRunLimits limits,
            Supplier<ItemSource> source,
            @Nullable Batching batching) {
        return false;
    }

    /** Whether the input of a Map state with an ItemReader stands for what is read. */
    default boolean inputIsRead(Distribution.Reader reader, JsonNode effectiveInput) {
        return false;
    }

    /**
     * {@code ItemsPath} where it applies beside an ItemReader: a run ignores it (measured), TestState applies it to what it
     * is given (recorded).
     */
    default @Nullable Expression itemsPath(Distribution.Reader reader) {
        return null;
    }

    /** What an ItemReader reads, as it is found in its source; null where the object store is read. */
    default @Nullable String readItems() {
        return null;
    }

    // ---- how a state ends ----------------------------------------------------------------------------------------

    /** A state is exited: whether the execution ends with it. */
    default boolean exited(Completion completion, @Nullable String next) {
        return false;
    }

    /** How often a Retrier has retried before the execution began. */
    default long retriesBefore() {
        return 0;
    }

    /** A Retrier matches the error, but has no attempts left. */
    default void exhausted(int index) {}

    /** A Retrier is about to retry: whether the execution ends instead. */
    default boolean retried(Visit visit, int index, long backoffSeconds, Failure reason) {
        return false;
    }

    /** A Catcher catches the error. */
    default void caught(Visit visit, int index, Failure reason) {}

    /** The execution fails. */
    default void failed(Failure reason) {}
}
