package io.github.asltestkit.assertj;

import static org.apiguardian.api.API.Status.MAINTAINED;

import io.github.asltestkit.Execution;
import io.github.asltestkit.MapRun;
import io.github.asltestkit.assertj.error.Evidence;
import io.github.asltestkit.assertj.error.ShouldEndMapRun;
import io.github.asltestkit.assertj.error.ShouldFailAtItems;
import io.github.asltestkit.assertj.error.ShouldHaveChild;
import io.github.asltestkit.assertj.error.ShouldHaveItems;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.history.MapRunStatus;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import org.apiguardian.api.API;
import org.assertj.core.api.ListAssert;

/**
 * Assertions on the Map Run of a distributed Map state, as it is now. Items are counted from 0, the first.
 *
 * @param <R> the assertion on the execution, to return to
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeMapRun.html">DescribeMapRun</a>
 */
@API(status = MAINTAINED, since = "0.1")
public class MapRunAssert<R> extends AslAssert<MapRunAssert<R>, MapRun> {
    private final MapRunLink<R> link;

    MapRunAssert(MapRunLink<R> link) {
        super(link.run(), MapRunAssert.class);
        this.link = link;
    }

    /** Back to the execution. */
    public R returnToExecution() {
        return link.execution();
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
        return check(() -> actual.status() == expected, () -> ShouldEndMapRun.of(link.evidence(), actual, expected));
    }

    /** There were so many items, started or not. */
    public MapRunAssert<R> hasItems(long expected) {
        return hasCount("items", expected, () -> actual.itemCounts().total());
    }

    /** The child executions of so many items succeeded. */
    public MapRunAssert<R> hasSucceededItems(long expected) {
        return hasCount("succeeded items", expected, () -> actual.itemCounts().succeeded());
    }

    /** The child executions of so many items failed; those that timed out or were stopped do not count. */
    public MapRunAssert<R> hasFailedItems(long expected) {
        return hasCount("failed items", expected, () -> actual.itemCounts().failed());
    }

    /** So many items were never started. */
    public MapRunAssert<R> hasPendingItems(long expected) {
        return hasCount("pending items", expected, () -> actual.itemCounts().pending());
    }

    private MapRunAssert<R> hasCount(String what, long expected, LongSupplier count) {
        return check(
                () -> count.getAsLong() == expected,
                () -> ShouldHaveItems.of(link.evidence(), actual, what, expected, count.getAsLong()));
    }

    /** The child executions that failed are exactly those of these items, given in order. */
    public MapRunAssert<R> failedAtItems(int... indexes) {
        List<Integer> expected = Arrays.stream(indexes).boxed().toList();
        return check(
                () -> failedItems().equals(expected),
                () -> ShouldFailAtItems.of(link.evidence(), actual, expected, failedItems()));
    }

    private List<Integer> failedItems() {
        return actual.items(ExecutionStatus.FAILED).stream()
                .map(Execution::itemIndex)
                .toList();
    }

    /** Goes on with the child execution of an item, or of a batch; 0 is the first. */
    public ExecutionAssert item(int index) {
        return lead(
                () -> {
                    try {
                        Execution child = actual.item(index);
                        return new ChildLink(child, Evidence.ofChild(child, actual.statePath() + "[" + index + "]"));
                    } catch (IllegalArgumentException notThere) {
                        throw failure(ShouldHaveChild.of(
                                link.evidence(), actual, index, String.valueOf(notThere.getMessage())));
                    }
                },
                new ChildLink(null, null));
    }

    /** Goes on with the child executions that run or are kept, in the order of their items, as an AssertJ list. */
    public ListAssert<Execution> items() {
        return leadToValue(
                ListAssert.class,
                List.class,
                "child executions of " + (actual == null ? "the Map Run" : actual.statePath()),
                () -> List.copyOf(actual.items()),
                ListAssert::new);
    }
}
