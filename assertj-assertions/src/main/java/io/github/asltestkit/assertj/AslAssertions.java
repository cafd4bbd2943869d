package io.github.asltestkit.assertj;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateTestResult;
import io.github.asltestkit.history.ExecutionHistory;
import io.github.asltestkit.mock.CallJournal;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/**
 * The entry points. It has all that AssertJ's {@link Assertions} has, so that
 *
 * <pre>{@code import static io.github.asltestkit.assertj.AslAssertions.assertThat;}</pre>
 *
 * is the only import a test needs; beside AssertJ's own it works as well.
 */
public class AslAssertions extends Assertions {
    protected AslAssertions() {}

    /** Asserts on an execution, as it is now. */
    public static ExecutionAssert assertThat(@Nullable Execution execution) {
        return new ExecutionAssert(execution);
    }

    /** Asserts on what a state under test did. */
    public static StateTestAssert assertThat(@Nullable StateTestResult result) {
        return new StateTestAssert(result);
    }

    /** Asserts on the calls of a harness, all or some. */
    public static CallJournalAssert assertThat(@Nullable CallJournal calls) {
        return new CallJournalAssert(calls);
    }

    /** Asserts on a history, such as one that AWS recorded. */
    public static HistoryAssert assertThat(@Nullable ExecutionHistory history) {
        return new HistoryAssert(history);
    }
}
