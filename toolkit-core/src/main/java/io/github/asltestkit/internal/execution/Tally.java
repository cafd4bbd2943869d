package io.github.asltestkit.internal.execution;

import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.history.MapRunCounts;
import java.util.EnumMap;
import java.util.Map;

/** Counts the child executions of a Map Run, or their items, while they run and end. */
final class Tally {
    /** A number for each status that there was. */
    private final Map<ExecutionStatus, long[]> counts = new EnumMap<>(ExecutionStatus.class);

    private long written;
    private long pending;
    private long pendingRedrive;
    private long notRedrivable;

    long of(ExecutionStatus status) {
        long[] count = counts.get(status);
        return count == null ? 0 : count[0];
    }

    private void add(ExecutionStatus status, long number) {
        counts.computeIfAbsent(status, first -> new long[1])[0] += number;
    }

    void started(long number) {
        add(ExecutionStatus.RUNNING, number);
    }

    void ended(ExecutionStatus status, long number) {
        add(ExecutionStatus.RUNNING, -number);
        add(status, number);
    }

    /** What ended without success waits to be redriven. */
    void waitsForRedrive(ExecutionStatus status, long number) {
        add(status, -number);
        pendingRedrive += number;
    }

    void redriven(long number) {
        pendingRedrive -= number;
        add(ExecutionStatus.RUNNING, number);
    }

    void written() {
        written = of(ExecutionStatus.SUCCEEDED)
                + of(ExecutionStatus.FAILED)
                + of(ExecutionStatus.TIMED_OUT)
                + of(ExecutionStatus.ABORTED);
    }

    void pending(long number) {
        pending = number;
    }

    void notRedrivable(long number) {
        notRedrivable = number;
    }

    MapRunCounts counts() {
        long total = pending + pendingRedrive;
        for (long[] count : counts.values()) {
            total += count[0];
        }
        return new MapRunCounts(
                pending,
                of(ExecutionStatus.RUNNING),
                of(ExecutionStatus.SUCCEEDED),
                of(ExecutionStatus.FAILED),
                of(ExecutionStatus.TIMED_OUT),
                of(ExecutionStatus.ABORTED),
                total,
                written,
                notRedrivable,
                pendingRedrive);
    }
}
