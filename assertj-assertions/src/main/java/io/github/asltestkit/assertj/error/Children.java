package io.github.asltestkit.assertj.error;

import io.github.asltestkit.Execution;
import io.github.asltestkit.MapRun;
import io.github.asltestkit.PendingTask;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.inspection.StateVisit;
import io.github.asltestkit.internal.message.Text;
import io.github.asltestkit.mock.RecordedCall;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The child executions of the distributed Map states of an execution. Their histories are their own, and are looked into only
 * when an assertion is about a state.
 */
public final class Children {
    /** Those of an execution that was not run here. */
    static final Children NONE = new Children(null, "");

    private final @Nullable Execution parent;
    private final String place;
    private @Nullable List<Evidence> evidence;

    private Children(@Nullable Execution parent, String place) {
        this.parent = parent;
        this.place = place;
    }

    public static Children of(Execution parent, String place) {
        return new Children(parent, place);
    }

    /** The tasks that an execution and its children wait for. */
    public List<PendingTask> pendingTasks() {
        Execution own = parent;
        if (own == null) {
            return List.of();
        }
        List<PendingTask> all = new ArrayList<>(own.pendingTasks());
        for (MapRun run : own.mapRuns()) {
            run.items(ExecutionStatus.RUNNING)
                    .forEach(child -> all.addAll(of(child, "").pendingTasks()));
        }
        return all;
    }

    /** The same, whose paths begin with that. */
    public Children within(String newPlace) {
        return new Children(parent, newPlace);
    }

    /** What each tells, in the order of the Map Runs and items. */
    public List<Evidence> evidence() {
        List<Evidence> all = evidence;
        if (all == null) {
            all = new ArrayList<>();
            for (MapRun run : parent == null ? List.<MapRun>of() : parent.mapRuns()) {
                for (Execution child : run.items()) {
                    all.add(Evidence.ofChild(child, place(run, child)).within(place(run, child) + "/"));
                }
            }
            evidence = all;
        }
        return all;
    }

    /** The calls of an execution and of its children, in order; their paths are those of the parent's definition. */
    public List<RecordedCall> calls() {
        Execution own = parent;
        if (own == null) {
            return List.of();
        }
        List<RecordedCall> all = new ArrayList<>(own.calls());
        for (MapRun run : own.mapRuns()) {
            run.items().forEach(child -> all.addAll(of(child, "").calls()));
        }
        all.sort(Comparator.comparingLong(call -> call.call().id()));
        return all;
    }

    /**
     * What failed first below a distributed Map state, whose own error says only that too much did.
     *
     * @return null where nothing did
     */
    @Nullable
    String firstFailure(StateVisit map) {
        for (MapRun run : parent == null ? List.<MapRun>of() : parent.mapRuns()) {
            Execution first = run.statePath().equals(map.path()) ? run.firstFailed() : null;
            if (first != null) {
                String error = first.status() == ExecutionStatus.TIMED_OUT ? "States.Timeout" : first.error();
                String cause = first.cause() == null ? "" : ", cause: " + Text.cut(first.cause(), 160);
                return "its item " + first.itemIndex() + " failed first: " + error + cause + ". See mapRun(\""
                        + run.statePath() + "\").item(" + first.itemIndex() + ")";
            }
        }
        return null;
    }

    private String place(MapRun run, Execution child) {
        return place + run.statePath() + "[" + child.itemIndex() + "]";
    }
}
