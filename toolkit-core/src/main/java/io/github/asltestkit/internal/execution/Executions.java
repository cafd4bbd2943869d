package io.github.asltestkit.internal.execution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The executions and Map Runs of an engine, by their ARNs. */
final class Executions {
    /** The harness of most tests has one. */
    private static final int FEW = 2;

    private final Set<ExecutionRun> started = new LinkedHashSet<>(FEW);

    /** Those that have ended, the one that ended first before the others. */
    private final Set<ExecutionRun> ended = new LinkedHashSet<>(FEW);

    /** Null until somebody looks for one, for which each has to know its ARN. */
    private @Nullable Map<String, ExecutionRun> byArn;

    private final Map<String, MapRunActivity> mapRuns = new LinkedHashMap<>();
    private final Map<ExecutionRun, List<MapRunActivity>> mapRunsOf = new HashMap<>();
    private final Map<String, Integer> namesGiven = new HashMap<>(FEW);
    private long mostKept = Long.MAX_VALUE;

    /** Counts the executions of a machine that are given no name; the first is 1. */
    int nextNumber(Machine machine) {
        return namesGiven.merge(machine.name(), 1, Integer::sum);
    }

    void add(ExecutionRun run) {
        started.add(run);
        if (byArn != null) {
            byArn.put(run.arn(), run);
        }
    }

    private Map<String, ExecutionRun> byArn() {
        Map<String, ExecutionRun> known = byArn;
        if (known == null) {
            known = new HashMap<>();
            for (ExecutionRun run : started) {
                known.put(run.arn(), run);
            }
            byArn = known;
        }
        return known;
    }

    void add(MapRunActivity run) {
        mapRuns.put(run.arn(), run);
        mapRunsOf.computeIfAbsent(run.parent(), parent -> new ArrayList<>(1)).add(run);
    }

    /** How many of those that have ended are kept from now on; the ones that ended first go first. */
    void keepAtMost(long most) {
        mostKept = most;
    }

    /** One has ended: those that go for it, with the child executions of their Map Runs. */
    List<ExecutionRun> ended(ExecutionRun run) {
        ended.add(run);
        if (ended.size() <= mostKept) {
            return List.of();
        }
        List<ExecutionRun> gone = new ArrayList<>();
        Iterator<ExecutionRun> first = ended.iterator();
        for (long left = ended.size() - mostKept; left > 0; left--) {
            gone.add(first.next());
            first.remove();
        }
        return gone.stream().flatMap(this::remove).toList();
    }

    /** One runs again. */
    void reopened(ExecutionRun run) {
        ended.remove(run);
    }

    private Stream<ExecutionRun> remove(ExecutionRun run) {
        started.remove(run);
        if (byArn != null) {
            byArn.remove(run.arn(), run);
        }
        List<MapRunActivity> of = mapRunsOf.remove(run);
        if (of == null) {
            return Stream.of(run);
        }
        of.forEach(mapRun -> mapRuns.remove(mapRun.arn()));
        return Stream.concat(Stream.of(run), of.stream().flatMap(mapRun -> mapRun.children().stream()));
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
        ExecutionRun known = byArn().get(arn);
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
        mapRuns().forEach(MapRunActivity::abandon);
        all().forEach(ExecutionRun::abandon);
    }
}
