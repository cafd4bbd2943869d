package io.github.asltestkit.assertj;

import io.github.asltestkit.Execution;
import io.github.asltestkit.assertj.error.Evidence;
import org.jspecify.annotations.Nullable;

/** Leads to a child execution of a Map Run. */
record ChildLink(@Nullable Execution execution, @Nullable Evidence evidence) implements Link<ExecutionAssert> {

    @Override
    public Class<?> type() {
        return ExecutionAssert.class;
    }

    @Override
    public ExecutionAssert plain() {
        return new ExecutionAssert(this);
    }
}
