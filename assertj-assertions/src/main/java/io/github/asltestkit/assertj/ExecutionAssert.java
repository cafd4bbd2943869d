package io.github.asltestkit.assertj;

import io.github.asltestkit.Execution;
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

    /** Goes on with the calls that it made, in order, as an AssertJ list. */
    public ListAssert<RecordedCall> calls() {
        isNotNull();
        return Assertions.assertThat(List.copyOf(actual.calls())).as("calls of the " + told().subject());
    }
}
