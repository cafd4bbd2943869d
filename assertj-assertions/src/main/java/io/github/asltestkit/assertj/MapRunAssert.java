package io.github.asltestkit.assertj;

import io.github.asltestkit.Execution;
import io.github.asltestkit.MapRun;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.history.MapRunStatus;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;

/**
 * Assertions on the Map Run of a distributed Map state, as it is now.
 *
 * @param <R> the assertion on the execution, to return to
 */
public final class MapRunAssert<R> extends AbstractAssert<MapRunAssert<R>, MapRun> {
    private final Told told;
    private final R execution;

    MapRunAssert(MapRun actual, Told told, R execution) {
        super(actual, MapRunAssert.class);
        this.told = told;
        this.execution = execution;
    }

    /** Back to the execution. */
    public R returnToExecution() {
        return execution;
    }

    private AssertionError failure(Message message) {
        return failureWithActualExpected(message.actual(), message.expected(), "%s", message.text());
    }

    /** It has not ended. */
    public MapRunAssert<R> isRunning() {
        return hasStatus(MapRunStatus.RUNNING);
    }

    /** It came to its end, with no more failures than are tolerated. */
    public MapRunAssert<R> hasSucceeded() {
        return hasStatus(MapRunStatus.SUCCEEDED);
    }

    /** It failed: too many failures, or items or results that could not be read or written. */
    public MapRunAssert<R> hasFailed() {
        return hasStatus(MapRunStatus.FAILED);
    }

    /** It was ended with its execution. */
    public MapRunAssert<R> wasAborted() {
        return hasStatus(MapRunStatus.ABORTED);
    }

    private MapRunAssert<R> hasStatus(MapRunStatus expected) {
        if (actual.status() != expected) {
            throw failure(ShouldEndMapRun.status(told, actual, expected));
        }
        return this;
    }

    /** There were so many items, started or not. */
    public MapRunAssert<R> hasItems(long expected) {
        return hasCount("items", expected, actual.itemCounts().total());
    }

    /** The child executions of so many items succeeded. */
    public MapRunAssert<R> hasSucceededItems(long expected) {
        return hasCount("items that succeeded", expected, actual.itemCounts().succeeded());
    }

    /** The child executions of so many items failed; those that timed out or were stopped do not count. */
    public MapRunAssert<R> hasFailedItems(long expected) {
        return hasCount("items that failed", expected, actual.itemCounts().failed());
    }

    /** So many items were never started. */
    public MapRunAssert<R> hasPendingItems(long expected) {
        return hasCount("items that are pending", expected, actual.itemCounts().pending());
    }

    private MapRunAssert<R> hasCount(String what, long expected, long count) {
        if (count != expected) {
            throw failure(ShouldEndMapRun.count(told, actual, what, expected, count));
        }
        return this;
    }

    /** The child executions that failed are exactly those of these items, given in order. */
    public MapRunAssert<R> failedAtItems(int... indexes) {
        List<Integer> expected = Arrays.stream(indexes).boxed().toList();
        List<Integer> failed = actual.items(ExecutionStatus.FAILED).stream()
                .map(Execution::itemIndex)
                .toList();
        if (!failed.equals(expected)) {
            throw failure(ShouldEndMapRun.failedAt(told, actual, expected, failed));
        }
        return this;
    }

    /** Goes on with the child execution of an item, or of a batch; 0 is the first. */
    public ExecutionAssert item(int index) {
        Execution child;
        try {
            child = actual.item(index);
        } catch (IllegalArgumentException notThere) {
            throw failure(ShouldEndMapRun.item(told, actual, index, String.valueOf(notThere.getMessage())));
        }
        return new ExecutionAssert(child, Told.ofChild(child, actual.statePath() + "[" + index + "]"));
    }

    /** Goes on with the child executions that run or are kept, in the order of their items, as an AssertJ list. */
    public ListAssert<Execution> items() {
        return Assertions.assertThat(List.copyOf(actual.items())).as("child executions of " + actual.statePath());
    }
}
