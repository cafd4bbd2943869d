package io.github.asltestkit.assertj;

import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.history.ExecutionHistory;
import org.jspecify.annotations.Nullable;

/** The assertions on an execution, for a history, such as one that AWS recorded. */
public class HistoryAssert extends AbstractToldAssert<HistoryAssert, ExecutionHistory> {

    public HistoryAssert(@Nullable ExecutionHistory actual) {
        super(actual, HistoryAssert.class, actual == null ? null : Told.of(actual, null));
    }

    private HistoryAssert(@Nullable ExecutionHistory actual, Definition definition) {
        super(actual, HistoryAssert.class, actual == null ? null : Told.of(actual, definition));
    }

    /** Tells which definition was executed, so that messages can show the place in it. */
    public HistoryAssert ofDefinition(Definition definition) {
        return new HistoryAssert(actual, definition);
    }
}
