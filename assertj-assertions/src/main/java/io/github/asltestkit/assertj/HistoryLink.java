package io.github.asltestkit.assertj;

import io.github.asltestkit.assertj.error.Evidence;
import io.github.asltestkit.history.ExecutionHistory;
import org.jspecify.annotations.Nullable;

/** Leads to a history, with what is known of it. */
record HistoryLink(
        @Nullable ExecutionHistory history, @Nullable Evidence evidence) implements Link<HistoryAssert> {

    @Override
    public Class<?> type() {
        return HistoryAssert.class;
    }

    @Override
    public HistoryAssert plain() {
        return new HistoryAssert(this);
    }
}
