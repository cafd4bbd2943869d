package io.github.asltestkit.internal.program;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.definition.StateType;
import io.github.asltestkit.integration.ServiceCatalogue;
import io.github.asltestkit.integration.TaskResource;
import io.github.asltestkit.internal.expression.Condition;
import io.github.asltestkit.internal.expression.Expression;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A compiled state. */
public sealed interface Step {

    /** The state as defined. */
    State state();

    /** The way of the data through it. */
    Flow flow();

    default String name() {
        return state().name();
    }

    default StateType type() {
        return state().type();
    }

    /** The name of the next state; null where the state ends its graph or leads elsewhere. */
    default @Nullable String next() {
        return null;
    }

    /** The state's Retriers, in order. */
    default List<RetryPolicy> retry() {
        return List.of();
    }

    /** The state's Catchers, in order. */
    default List<CatchPolicy> catchers() {
        return List.of();
    }

    record PassStep(State.Pass state, Flow flow, @Nullable String next) implements Step {}

    record TaskStep(
            State.Task state,
            Flow flow,
            @Nullable String next,
            TaskResource resource,
            @Nullable RequestFormat format,
            @Nullable RequestAddition addition,
            ServiceCatalogue.@Nullable FailureRule failureRule,
            @Nullable Long longestSeconds,
            @Nullable IntegerField timeoutSeconds,
            @Nullable IntegerField heartbeatSeconds,
            @Nullable Expression credentials,
            List<RetryPolicy> retry,
            List<CatchPolicy> catchers)
            implements Step {}

    record ChoiceStep(
            State.ChoiceState state,
            Flow flow,
            List<Rule> rules,
            @Nullable String defaultState) implements Step {

        /** A rule: its condition, where it leads, and the flow of what it hands on. */
        public record Rule(Condition condition, String next, Flow flow) {}
    }

    /** Yields the instant at which a Wait state ends, in milliseconds since the epoch. */
    @FunctionalInterface
    interface WaitUntil {
        long dueMillis(StateScope scope);
    }

    record WaitStep(State.Wait state, Flow flow, @Nullable String next, WaitUntil until) implements Step {}

    record SucceedStep(State.Succeed state, Flow flow) implements Step {}

    record FailStep(
            State.Fail state,
            Flow flow,
            @Nullable Expression error,
            @Nullable Expression cause) implements Step {}

    record ParallelStep(
            State.Parallel state,
            Flow flow,
            @Nullable String next,
            List<Graph> branches,
            List<RetryPolicy> retry,
            List<CatchPolicy> catchers)
            implements Step {}

    /** Yields the items of a Map state. */
    @FunctionalInterface
    interface Items {
        /** @param effectiveInput the state's input after {@code InputPath} */
        JsonNode select(StateScope scope, JsonNode effectiveInput);
    }

    /**
     * @param itemSelector what each iteration is given, or null for the item itself
     * @param distribution what a distributed Map has besides; null for an inline one
     */
    record MapStep(
            State.MapState state,
            Flow flow,
            @Nullable String next,
            Items items,
            @Nullable Expression itemSelector,
            Graph processor,
            IntegerField maxConcurrency,
            @Nullable IntegerField toleratedFailureCount,
            @Nullable NumberField toleratedFailurePercentage,
            @Nullable Distribution distribution,
            List<RetryPolicy> retry,
            List<CatchPolicy> catchers)
            implements Step {}
}
