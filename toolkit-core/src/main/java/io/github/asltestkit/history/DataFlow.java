package io.github.asltestkit.history;

import static org.apiguardian.api.API.Status.MAINTAINED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apiguardian.api.API;

/**
 * The steps of the data flow of an execution's states, by the names of TestState's inspection data: {@code afterInputPath},
 * {@code afterParameters}, {@code afterArguments}, {@code result}, {@code afterResultSelector}, {@code afterResultPath},
 * {@code afterItemsPath}, {@code afterItemSelector}, {@code afterItemBatcher}, {@code afterItemsPointer},
 * {@code maxConcurrency}, {@code toleratedFailureCount} and {@code toleratedFailurePercentage}. Of the items and batches of
 * a distributed Map, the first thousand.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_InspectionData.html">InspectionData</a>
 */
@API(status = MAINTAINED, since = "0.1")
public final class DataFlow {
    /** What is known of an execution that was not run here. */
    public static final DataFlow UNKNOWN = new DataFlow(List.of());

    /** The steps of each attempt of each visit. */
    private final Map<Long, NavigableMap<Integer, Map<String, JsonNode>>> visits = new LinkedHashMap<>();

    private DataFlow(List<Step> steps) {
        for (Step step : steps) {
            Map<String, JsonNode> attempt = visits.computeIfAbsent(step.enteredEventId(), id -> new TreeMap<>())
                    .computeIfAbsent(step.attempt(), number -> new LinkedHashMap<>());
            if (step.forEach()) {
                ArrayNode all =
                        (ArrayNode) attempt.computeIfAbsent(step.name(), name -> JsonNodeFactory.instance.arrayNode());
                all.add(step.value());
            } else {
                attempt.put(step.name(), step.value());
            }
        }
    }

    /**
     * A step that was taken.
     *
     * @param enteredEventId the event that entered the state
     * @param attempt the attempt that took it; 1 is the first
     * @param name the step's name
     * @param forEach whether it is taken for each item or batch of a Map state; what shows is the array of them
     * @param value what it gave; not to be changed
     */
    public record Step(long enteredEventId, int attempt, String name, boolean forEach, JsonNode value) {}

    /** The data flow of these steps, in the order in which they were taken; of a step taken again, the last counts. */
    public static DataFlow of(List<Step> steps) {
        return new DataFlow(steps);
    }

    /**
     * The steps of a stay in a state, by name, in their order; if the state was retried, those of its last attempt.
     *
     * @param enteredEventId the id of the event that entered the state
     */
    public Map<String, JsonNode> of(long enteredEventId) {
        NavigableMap<Integer, Map<String, JsonNode>> attempts = visits.get(enteredEventId);
        return attempts == null
                ? Map.of()
                : Collections.unmodifiableMap(attempts.lastEntry().getValue());
    }

    /**
     * The steps of one attempt of a stay in a state, by name, in their order.
     *
     * @param enteredEventId the id of the event that entered the state
     * @param attempt 1 for the first try
     */
    public Map<String, JsonNode> of(long enteredEventId, int attempt) {
        NavigableMap<Integer, Map<String, JsonNode>> attempts = visits.get(enteredEventId);
        Map<String, JsonNode> steps = attempts == null ? null : attempts.get(attempt);
        return steps == null ? Map.of() : Collections.unmodifiableMap(steps);
    }
}
