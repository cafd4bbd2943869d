package io.github.asltestkit.assertj;

import io.github.asltestkit.assertj.error.Evidence;
import io.github.asltestkit.mock.RecordedCall;
import org.jspecify.annotations.Nullable;

/** Leads to a call that an execution made. */
record CallLink<R>(@Nullable RecordedCall call, @Nullable Evidence evidence, R execution)
        implements Link<CallAssert<R>> {

    @Override
    public Class<?> type() {
        return CallAssert.class;
    }

    @Override
    public CallAssert<R> plain() {
        return new CallAssert<>(this);
    }
}
