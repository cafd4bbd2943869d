package io.github.asltestkit;

import static org.apiguardian.api.API.Status.MAINTAINED;

import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.history.MapRunCounts;
import io.github.asltestkit.history.MapRunStatus;
import java.time.Instant;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The Map Run of a distributed Map state: a live view, which says what is true at the moment it is asked.
 *
 * <p>Its child executions are executions like any other, with a history and a context of their own. Of a large Map Run
 * not all are kept: {@link HarnessOptions#withMapRunDetail} says how many, the counts are always of all.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeMapRun.html">DescribeMapRun</a>
 */
@API(status = MAINTAINED, since = "0.1")
public interface MapRun {

    /** {@code arn:aws:states:region:account:mapRun:machine/label:name}. */
    String arn();

    /** The Map state's name. */
    String stateName();

    /** The Map state's name, or its path where it is nested, such as {@code ForEachOrder[3]/Lines}. */
    String statePath();

    /** The execution that the Map state is part of. */
    Execution execution();

    /** The ARN of what the child executions are executions of: {@code ...:stateMachine:machine/label}. */
    String stateMachineArn();

    /** Its status. */
    MapRunStatus status();

    /** When it started, on the virtual clock. */
    Instant startedAt();

    /** When it ended, on the virtual clock; null while it runs. */
    @Nullable
    Instant stoppedAt();

    /** How many child executions may run at once: {@code MaxConcurrency} as it applies; 0 where there is no bound. */
    long maxConcurrency();

    /** {@code ToleratedFailureCount} as it applies; 0 where there is none. */
    long toleratedFailureCount();

    /** {@code ToleratedFailurePercentage} as it applies, from 0 to 100; 0 where there is none. */
    double toleratedFailurePercentage();

    /** How many items are in which state. */
    MapRunCounts itemCounts();

    /** How many child executions are in which state; without an ItemBatcher it is one for each item. */
    MapRunCounts executionCounts();

    /** How often it was redriven. */
    int redriveCount();

    /** When it was redriven last; null if never. */
    @Nullable
    Instant redrivenAt();

    /**
     * The child execution of an item; of a Map with an ItemBatcher, of a batch.
     *
     * @param index 0 is the first
     * @throws IllegalArgumentException if there is none, or if it is not kept, saying which are
     */
    Execution item(int index);

    /** The child executions that run or are kept, in the order of their items; the list does not change. */
    List<Execution> items();

    /** Those of them that have a status. */
    List<Execution> items(ExecutionStatus status);

    /**
     * The child execution that failed or timed out before all others that did, of those that are kept.
     *
     * @return null if none did
     */
    default @Nullable Execution firstFailed() {
        Execution first = null;
        Instant firstEnd = null;
        for (Execution child : items()) {
            Instant end = child.stoppedAt();
            boolean failed = child.status() == ExecutionStatus.FAILED || child.status() == ExecutionStatus.TIMED_OUT;
            if (failed && end != null && (firstEnd == null || end.isBefore(firstEnd))) {
                first = child;
                firstEnd = end;
            }
        }
        return first;
    }
}
