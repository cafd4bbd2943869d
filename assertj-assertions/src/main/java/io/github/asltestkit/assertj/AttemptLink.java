package io.github.asltestkit.assertj;

import io.github.asltestkit.inspection.Attempt;
import org.jspecify.annotations.Nullable;

/** Leads to an attempt of a state. */
record AttemptLink<R>(@Nullable Attempt attempt, StateVisitAssert<R> state) implements Link<AttemptAssert<R>> {

    @Override
    public Class<?> type() {
        return AttemptAssert.class;
    }

    @Override
    public AttemptAssert<R> plain() {
        return new AttemptAssert<>(this);
    }
}
