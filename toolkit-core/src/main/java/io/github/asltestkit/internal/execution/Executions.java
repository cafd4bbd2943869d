package io.github.asltestkit.internal.execution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The executions and Map Runs of an engine, by their ARNs. */
final class Executions {
    private final List<ExecutionRun> started = new ArrayList<>();
    private final Map<String, ExecutionRun> byArn = new HashMap<>();
    private final Map<String, MapRunActivity> mapRuns = new LinkedHashMap<>();
    private final Map<String, Integer> namesGiven = new HashMap<>();
    private final Ids ids;

    Executions(Ids ids) {
        this.ids = ids;
    }

    /** A name for the next execution of a machine that is given none. */
    String nextName(Machine machine) {
        int number = namesGiven.merge(machine.name(), 1, Integer::sum);
        return ids.uuid("execution " + machine.name() + " " + number);
    }

    void add(ExecutionRun run) {
        started.add(run);
        byArn.put(run.arn(), run);
    }

    void add(MapRunActivity run) {
        mapRuns.put(run.arn(), run);
    }

    /** All but the child executions of Map Runs, in the order in which they were started. */
    List<ExecutionRun> all() {
        return List.copyOf(started);
    }

    /** Those that run, and after them the child executions of Map Runs that do. */
    List<ExecutionRun> open() {
        List<ExecutionRun> open = new ArrayList<>(started);
        mapRuns.values().forEach(mapRun -> open.addAll(mapRun.children()));
        open.removeIf(run -> !run.isRunning());
        return open;
    }

    /** The one of an ARN, the latest where a name was used again; or null. */
    @Nullable
    ExecutionRun find(String arn) {
        ExecutionRun known = byArn.get(arn);
        return known != null || !arn.contains("/") ? known : child(arn);
    }

    private @Nullable ExecutionRun child(String arn) {
        for (MapRunActivity mapRun : mapRuns.values()) {
            for (ExecutionRun child : mapRun.children()) {
                if (child.arn().equals(arn)) {
                    return child;
                }
            }
        }
        return null;
    }

    /** All Map Runs, in the order in which they were started. */
    List<MapRunActivity> mapRuns() {
        return List.copyOf(mapRuns.values());
    }

    @Nullable
    MapRunActivity mapRun(String arn) {
        return mapRuns.get(arn);
    }

    /** Nothing goes on, for a reason that AWS does not have. */
    void abandon() {
        mapRuns.values().forEach(MapRunActivity::abandon);
        started.forEach(ExecutionRun::abandon);
    }
}
