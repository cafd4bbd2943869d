package io.github.asltestkit.assertj;

import io.github.asltestkit.PendingTask;
import io.github.asltestkit.assertj.error.Evidence;
import io.github.asltestkit.inspection.Attempt;
import org.jspecify.annotations.Nullable;

/**
 * Leads to a task that an execution waits for.
 *
 * @param attempt the attempt behind it; null where it is not known
 */
record TokenLink<R>(
        @Nullable PendingTask task,
        @Nullable Attempt attempt,
        @Nullable Evidence evidence,
        R execution) implements Link<TokenAssert<R>> {

    @Override
    public Class<?> type() {
        return TokenAssert.class;
    }

    @Override
    public TokenAssert<R> plain() {
        return new TokenAssert<>(this);
    }
}
