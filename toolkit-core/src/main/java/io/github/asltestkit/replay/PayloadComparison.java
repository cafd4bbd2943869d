package io.github.asltestkit.replay;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.apiguardian.api.API;

/** Says where two payloads, a recorded and a replayed one, differ. */
@API(status = EXPERIMENTAL, since = "0.1")
@FunctionalInterface
public interface PayloadComparison {

    /**
     * The differences, in the order of the recorded payload; empty where there are none.
     *
     * @param recorded the recorded payload; not to be changed
     * @param replayed the replayed payload; not to be changed
     */
    List<Difference> differences(JsonNode recorded, JsonNode replayed);

    /**
     * A place at which they differ.
     *
     * @param pointer the JSON pointer of the place; empty for the whole payload
     * @param recorded what was recorded there, as JSON text, or {@code (nothing)}
     * @param replayed what was replayed there, as JSON text, or {@code (nothing)}
     */
    record Difference(String pointer, String recorded, String replayed) {}
}
