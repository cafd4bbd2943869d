package io.github.asltestkit;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.asltestkit.history.MapRunCounts;
import io.github.asltestkit.inspection.ExecutionInspection;
import io.github.asltestkit.proof.Stay;
import io.github.asltestkit.proof.StayReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * The stays in states that executions made, as something that AWS can be asked about.
 *
 * <pre>{@code
 * ProofFolder.at(Path.of("proofs/order")).check(Stays.of(execution)).verify();
 * }</pre>
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class Stays {
    private Stays() {}

    /** The stays of an execution and of the child executions of its distributed Map states. */
    public static List<Stay> of(Execution execution) {
        return of(execution, new StayReader());
    }

    /**
     * As {@link #of(Execution)}.
     *
     * @param reader remembers what it has read of definitions, for many executions
     */
    public static List<Stay> of(Execution execution, StayReader reader) {
        List<Stay> stays = new ArrayList<>();
        add(execution, reader, stays);
        return stays;
    }

    private static void add(Execution execution, StayReader reader, List<Stay> stays) {
        List<MapRun> mapRuns = execution.mapRuns();
        Map<String, Long> failed = new LinkedHashMap<>();
        for (MapRun run : mapRuns) {
            failed.put(run.arn(), failedItems(run));
        }
        ExecutionInspection inspection = ExecutionInspection.of(
                execution.history(), execution.definition(), execution.dataFlow(), execution.notes());
        stays.addAll(reader.stays(inspection, new StayReader.Companion(execution.arn(), execution.calls(), failed)));
        for (MapRun run : mapRuns) {
            for (Execution child : run.items()) {
                add(child, reader, stays);
            }
        }
    }

    private static long failedItems(MapRun run) {
        MapRunCounts counts = run.itemCounts();
        return counts.failed() + counts.timedOut() + counts.aborted();
    }
}
