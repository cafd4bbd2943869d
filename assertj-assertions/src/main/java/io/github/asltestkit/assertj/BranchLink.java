package io.github.asltestkit.assertj;

import io.github.asltestkit.inspection.Branch;
import org.jspecify.annotations.Nullable;

/** Leads to a branch or an iteration of a state. */
record BranchLink<R>(@Nullable Branch branch, StateVisitAssert<R> state) implements Link<BranchAssert<R>> {

    @Override
    public Class<?> type() {
        return BranchAssert.class;
    }

    @Override
    public BranchAssert<R> plain() {
        return new BranchAssert<>(this);
    }
}
