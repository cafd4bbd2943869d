package io.github.asltestkit.internal.explore;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.explore.Plan;
import io.github.asltestkit.history.DataFlow;
import io.github.asltestkit.history.ExecutionNotes;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.history.HistoryEvent;
import io.github.asltestkit.integration.TaskCall;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All that one run leaves behind.
 *
 * @param plan what went wrong in it
 * @param world what it met
 * @param ending how the execution ended
 * @param events its history until then
 * @param notes what the history does not tell
 * @param dataFlow gives the steps of its data flow
 * @param pending the calls that still waited then, of all executions
 * @param handlers the JSON pointers of the Retriers and Catchers that acted
 * @param maps the Map Runs
 * @param aborted the attempts in child executions that something else ended
 */
public record RunRecord(
        Plan plan,
        PlannedWorld world,
        Ending ending,
        List<HistoryEvent> events,
        ExecutionNotes notes,
        Supplier<DataFlow> dataFlow,
        List<TaskCall> pending,
        Set<String> handlers,
        List<MapFacts> maps,
        List<AbortedAttempt> aborted) {

    /**
     * An attempt of a task of a child execution of a distributed Map that something else ended.
     *
     * @param executionArn the child execution
     * @param path the state's path within it
     * @param number which attempt, from 1
     */
    public record AbortedAttempt(String executionArn, String path, int number) {}

    /**
     * A Map Run.
     *
     * @param path the Map state's path
     * @param items how many items it had
     * @param tolerated how many of them may fail
     */
    public record MapFacts(String path, long items, long tolerated) {}

    /**
     * How an execution ended.
     *
     * @param status its status; RUNNING if it waits for the one-year quota
     * @param error its error, or null
     * @param output its output, or null
     * @param startedAt when it started
     * @param endedAt when it ended, or from when on it waited for the quota alone
     * @param byQuota whether the quota ends it
     */
    public record Ending(
            ExecutionStatus status,
            @Nullable String error,
            @Nullable JsonNode output,
            Instant startedAt,
            Instant endedAt,
            boolean byQuota) {}
}
