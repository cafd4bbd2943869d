package io.github.asltestkit.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Says where two payloads, a recorded and a replayed one, differ. */
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
