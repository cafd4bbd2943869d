package io.github.asltestkit.internal.execution;

import io.github.asltestkit.history.ExecutionStatus;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The child executions of a Map Run: which run, which are kept when they have ended, and how many of each there are. */
final class ChildExecutions {
    private final MapRunHost host;
    private final Tally executions = new Tally();
    private final Tally items = new Tally();
    private final Map<Integer, ExecutionRun> running = new HashMap<>();

    /** Those that have ended and are kept, with all that happened in them. */
    private final TreeMap<Integer, ExecutionRun> kept = new TreeMap<>();

    /** Those that ended without success before the Map Run was redriven. */
    private final Deque<ExecutionRun> toRedrive = new ArrayDeque<>();

    private int keptSucceeded;
    private int keptUnsuccessful;
    private long unsuccessfulDropped;

    ChildExecutions(MapRunHost host) {
        this.host = host;
    }

    /** How many there are of each status. */
    Tally executions() {
        return executions;
    }

    /** How many items those have. */
    Tally items() {
        return items;
    }

    /** Those that run or are kept, by index. */
    List<ExecutionRun> all() {
        TreeMap<Integer, ExecutionRun> all = new TreeMap<>(kept);
        all.putAll(running);
        return new ArrayList<>(all.values());
    }

    /** The one of an index; null where there is none, or where it is not kept. */
    @Nullable
    ExecutionRun find(int index) {
        ExecutionRun run = running.get(index);
        return run == null ? kept.get(index) : run;
    }

    /** Those that run, by index. */
    List<ExecutionRun> running() {
        return new ArrayList<>(new TreeMap<>(running).values());
    }

    int numberRunning() {
        return running.size();
    }

    @SuppressWarnings("ReferenceEquality") // A redriven EXPRESS item has another execution of the same index.
    boolean isRunning(ExecutionRun child) {
        return running.get(child.child().index()) == child;
    }

    /** One is counted that was never started before. */
    void started(ChildInput input) {
        executions.started(1);
        items.started(input.items());
    }

    /** One runs, for the first time or again. */
    void runs(ExecutionRun child) {
        running.put(child.child().index(), child);
    }

    /** One has ended. */
    void ended(ExecutionRun child, ExecutionStatus how) {
        running.remove(child.child().index());
        executions.ended(how, 1);
        items.ended(how, child.child().items());
    }

    /** Keeps one that has ended where the options ask for it; of the rest only the counts are left. */
    void keep(ExecutionRun child, ExecutionStatus how) {
        MapRunDetail detail = host.mapRunDetail();
        int index = child.child().index();
        if (kept.containsKey(index)) {
            kept.put(index, child);
        } else if (how == ExecutionStatus.SUCCEEDED && keptSucceeded < detail.succeeded()) {
            keptSucceeded++;
            kept.put(index, child);
        } else if (how != ExecutionStatus.SUCCEEDED && keptUnsuccessful < detail.unsuccessful()) {
            keptUnsuccessful++;
            kept.put(index, child);
        } else {
            if (how != ExecutionStatus.SUCCEEDED) {
                unsuccessfulDropped++;
                executions.notRedrivable(unsuccessfulDropped);
            }
            host.forget(child);
        }
    }

    /** Some were never started. */
    void pending(long number, long numberOfItems) {
        executions.pending(number);
        items.pending(numberOfItems);
    }

    /** The results of all that ended are written. */
    void written() {
        executions.written();
        items.written();
    }

    /** Those that did not succeed and are kept wait to run again, where they may. */
    void redrive() {
        pending(0, 0);
        for (ExecutionRun child : kept.values()) {
            ExecutionStatus how = child.state();
            boolean again = how != ExecutionStatus.SUCCEEDED
                    && (child.express || Redrives.notRedrivable(child, host.nowMillis()) == null);
            if (again) {
                executions.waitsForRedrive(how, 1);
                items.waitsForRedrive(how, child.child().items());
                toRedrive.add(child);
            }
        }
    }

    /** Whether some wait to run again. */
    boolean waitForRedrive() {
        return !toRedrive.isEmpty();
    }

    /** The next one that is to run again. */
    ExecutionRun nextToRedrive() {
        ExecutionRun child = toRedrive.remove();
        executions.redriven(1);
        items.redriven(child.child().items());
        return child;
    }
}
