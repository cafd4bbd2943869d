package io.github.asltestkit.assertj;

import io.github.asltestkit.Execution;
import io.github.asltestkit.MapRun;
import io.github.asltestkit.mock.RecordedCall;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;
import org.jspecify.annotations.Nullable;

/** Assertions on an execution as it is at the moment of {@code assertThat}. */
public class ExecutionAssert extends AbstractToldAssert<ExecutionAssert, Execution> {

    public ExecutionAssert(@Nullable Execution actual) {
        super(actual, ExecutionAssert.class, actual == null ? null : Told.of(actual));
    }

    ExecutionAssert(Execution child, Told told) {
        super(child, ExecutionAssert.class, told);
    }

    /** Goes on with the last Map Run of a distributed Map state, which is named alone or by its path. */
    public MapRunAssert<ExecutionAssert> mapRun(String state) {
        isNotNull();
        MapRun run;
        try {
            run = actual.mapRun(state);
        } catch (IllegalArgumentException none) {
            throw failure(ShouldEndMapRun.none(told(), state, actual.mapRuns()));
        }
        return new MapRunAssert<>(run, told(), this);
    }

    /** Goes on with the calls that it made, in order, as an AssertJ list. */
    public ListAssert<RecordedCall> calls() {
        isNotNull();
        return Assertions.assertThat(List.copyOf(actual.calls())).as("calls of the " + told().subject());
    }

    /** Goes on with the first call of a state, which is named alone or by its path. */
    public CallAssert<ExecutionAssert> call(String state) {
        return call(state, 1);
    }

    /** Goes on with a call of a state, over visits and attempts; the first is 1. */
    public CallAssert<ExecutionAssert> call(String state, int number) {
        isNotNull();
        List<RecordedCall> all = actual.calls();
        List<RecordedCall> calls =
                all.stream().filter(call -> ShouldCall.isOf(state, call.call())).toList();
        if (number < 1 || calls.size() < number) {
            throw failure(ShouldCall.byState(told(), state, number, all));
        }
        return new CallAssert<>(calls.get(number - 1), told(), this);
    }

    /** The calls were made by exactly these states, in this order; a state that is retried calls again. */
    public ExecutionAssert madeCallsOf(String... states) {
        isNotNull();
        List<RecordedCall> all = actual.calls();
        List<String> names = all.stream().map(call -> call.call().stateName()).toList();
        if (!names.equals(List.of(states))) {
            throw failure(ShouldCall.inOrder(told(), List.of(states), names, all));
        }
        return this;
    }
}
