package io.github.asltestkit.diff;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.history.ExecutionStatus;
import java.time.Duration;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * How one definition behaves in a scenario.
 *
 * @param status the status; RUNNING if only the quota of the service would end it, or if it was stopped after many calls
 * @param error the error that it ended with, or null
 * @param output the output of an execution that succeeded, or null; not to be changed
 * @param path the names of the states that were entered at the top, in order
 * @param elapsed how long it ran in virtual time
 * @param transitions the state transitions that AWS bills
 * @param waitsForTheQuota whether only the quota of the service ends it: a year, or five minutes for Express
 * @param stopped why the toolkit stopped it, or null
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Course(
        ExecutionStatus status,
        @Nullable String error,
        @Nullable JsonNode output,
        List<String> path,
        Duration elapsed,
        int transitions,
        boolean waitsForTheQuota,
        @Nullable String stopped) {

    /** Keeps a copy of the path. */
    public Course {
        path = List.copyOf(path);
    }
}
