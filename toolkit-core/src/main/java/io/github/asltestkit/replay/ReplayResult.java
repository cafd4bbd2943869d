package io.github.asltestkit.replay;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.history.HistoryEvent;
import io.github.asltestkit.inspection.ExecutionInspection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** What came of a replay. */
@API(status = EXPERIMENTAL, since = "0.1")
public final class ReplayResult {
    private final Recording recording;
    private final ExecutionInspection replayed;
    private final @Nullable Departure departure;
    private final @Nullable String message;

    private ReplayResult(
            Recording recording,
            ExecutionInspection replayed,
            @Nullable Departure departure,
            @Nullable String message) {
        this.recording = recording;
        this.replayed = replayed;
        this.departure = departure;
        this.message = message;
    }

    /**
     * Holds an execution against a recording.
     *
     * @param replayed what the execution did
     * @param definition the definition that ran
     * @param comparison how payloads are compared, or null for the usual way
     * @param made the ids and task tokens that the execution got
     * @param stopped why the execution was stopped before its end, or null
     */
    public static ReplayResult of(
            Recording recording,
            ExecutionInspection replayed,
            Definition definition,
            ReplayOptions options,
            @Nullable PayloadComparison comparison,
            Set<String> made,
            @Nullable String stopped) {
        PayloadComparison payloads = comparison == null ? madeAnew(replayed, made) : comparison;
        Departure departure = new ReplayComparison(options, payloads).first(recording.inspection(), replayed);
        String message = departure == null
                ? stopped
                : new DepartureMessage(recording, replayed, departure, definition, stopped).text();
        return new ReplayResult(recording, replayed, departure, message);
    }

    /** Holds the path of a recording without data against a definition: nothing can be run. */
    public static ReplayResult ofPath(Recording recording, Definition definition, ReplayOptions options) {
        ExecutionInspection inspection = ExecutionInspection.of(recording.history(), definition);
        String message = new PathCheck(recording, definition, options).problem();
        return new ReplayResult(recording, inspection, null, message);
    }

    private static FreshValues madeAnew(ExecutionInspection replayed, Set<String> made) {
        List<JsonNode> given = new ArrayList<>();
        for (HistoryEvent event : replayed.history().events()) {
            JsonNode payload = switch (event.type()) {
                case EXECUTION_STARTED -> event.details().json("input");
                case TASK_SUBMITTED, TASK_SUCCEEDED, LAMBDA_FUNCTION_SUCCEEDED, ACTIVITY_SUCCEEDED ->
                    event.details().json("output");
                default -> null;
            };
            if (payload != null) {
                given.add(payload);
            }
        }
        return new FreshValues(made, given);
    }

    /** The recording. */
    public Recording recording() {
        return recording;
    }

    /** What the replayed execution did; of a recording without data, what that says itself. */
    public ExecutionInspection replayed() {
        return replayed;
    }

    /** Whether the execution did what was recorded. */
    public boolean isFaithful() {
        return message == null;
    }

    /** Where it first departs; null where it does not, and of a recording without data. */
    public @Nullable Departure departure() {
        return departure;
    }

    /** The whole text of the failure, side by side; null where there is none. */
    public @Nullable String message() {
        return message;
    }
}
