package io.github.asltestkit.assertj;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateTestResult;
import io.github.asltestkit.history.ExecutionHistory;
import io.github.asltestkit.mock.CallJournal;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;

/** Soft assertions: all that fail are reported together. */
public class AslSoftAssertions extends SoftAssertions {

    /** Asserts on an execution, as it is now. */
    public ExecutionAssert assertThat(@Nullable Execution execution) {
        return proxy(ExecutionAssert.class, Execution.class, execution);
    }

    /** Asserts on what a state under test did. */
    public StateTestAssert assertThat(@Nullable StateTestResult result) {
        return proxy(StateTestAssert.class, StateTestResult.class, result);
    }

    /** Asserts on the calls of a harness, all or some. */
    public CallJournalAssert assertThat(@Nullable CallJournal calls) {
        return proxy(CallJournalAssert.class, CallJournal.class, calls);
    }

    /** Asserts on a history. */
    public HistoryAssert assertThat(@Nullable ExecutionHistory history) {
        return proxy(HistoryAssert.class, ExecutionHistory.class, history);
    }
}
