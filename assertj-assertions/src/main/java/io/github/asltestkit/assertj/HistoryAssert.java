package io.github.asltestkit.assertj;

import static org.apiguardian.api.API.Status.MAINTAINED;

import io.github.asltestkit.assertj.error.Evidence;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.history.ExecutionHistory;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** The assertions on an execution, for a history, such as one that AWS recorded. */
@API(status = MAINTAINED, since = "0.1")
public class HistoryAssert extends AbstractExecutionAssert<HistoryAssert, ExecutionHistory> {

    /** Asserts on a history. */
    public HistoryAssert(@Nullable ExecutionHistory actual) {
        this(new HistoryLink(actual, actual == null ? null : Evidence.of(actual, null)));
    }

    HistoryAssert(HistoryLink recorded) {
        super(recorded.history(), HistoryAssert.class, recorded.evidence());
    }

    /**
     * Tells which definition was executed: messages then show the places in it, and which Retrier and which Catcher acted
     * can be told.
     */
    public HistoryAssert ofDefinition(Definition definition) {
        return lead(() -> new HistoryLink(actual, Evidence.of(actual, definition)), new HistoryLink(null, null));
    }
}
