package io.github.asltestkit.internal.diff;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.replay.Recording;
import java.util.List;
import java.util.Map;

/**
 * What a comparison is asked for.
 *
 * @param inputs the trials of the inputs that the test gave
 * @param recordings recorded executions
 * @param failures how many calls of one scenario may go wrong
 * @param renamed today's names of states, by the names that they had
 * @param limit how many scenarios are run at most
 */
public record Settings(
        List<Input> inputs, List<Recording> recordings, int failures, Map<String, String> renamed, int limit) {
    /**
     * An input that the test gave.
     *
     * @param name what it is called
     * @param tree the input
     */
    public record Input(String name, JsonNode tree) {}
}
