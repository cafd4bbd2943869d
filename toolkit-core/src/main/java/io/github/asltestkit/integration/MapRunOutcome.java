package io.github.asltestkit.integration;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What is known to come of a Map Run, so that no child execution is run: a history tells its end, not its items.
 *
 * @param after how long after it was started, in virtual time; never negative
 * @param stateOutput the output of the Map state, not to be changed; null where the Map Run fails
 * @param assigned the variables that the Map state assigns, by name
 * @param error the error's name of a Map Run that fails; null where it succeeds
 * @param cause the cause of that error, or null
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record MapRunOutcome(
        Duration after,
        @Nullable JsonNode stateOutput,
        Map<String, JsonNode> assigned,
        @Nullable String error,
        @Nullable String cause) {

    /** Keeps a copy of the variables. */
    public MapRunOutcome {
        assigned = Map.copyOf(assigned);
    }
}
