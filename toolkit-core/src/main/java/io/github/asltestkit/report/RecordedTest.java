package io.github.asltestkit.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.internal.explore.ExplorationPart;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A test of a file of runs, without its executions in full.
 *
 * @param by the test; of its failure, the first line
 * @param slug the name of its page
 * @param error the first error of its executions
 * @param durationMillis how long its executions took together, in virtual time
 * @param ended how its executions ended: pairs of a status and a number
 * @param hits what it took: for each definition, pairs of an item's position and its hits
 * @param executions where its executions stand in full
 * @param digest of its line: decides between two runs that ended in the same millisecond
 * @param part what it is a part of, if it is an exploration
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
record RecordedTest(
        TestedBy by,
        String slug,
        @Nullable String error,
        long durationMillis,
        int[] ended,
        Map<String, long[]> hits,
        RunFile.Place executions,
        int digest,
        @Nullable ExplorationPart part) {

    /** @throws IllegalArgumentException if it is none */
    static RecordedTest of(JsonNode json, RunFile.Place executions, byte[] line) {
        Map<String, long[]> hits = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> used : json.path("hits").properties()) {
            hits.put(used.getKey(), numbers(used.getValue()));
        }
        long[] ended = numbers(json.path("ended"));
        return new RecordedTest(
                new TestedBy(
                        json.path("id").asText(),
                        json.path("group").asText(),
                        json.path("name").asText(),
                        TestedBy.Status.valueOf(json.path("status").asText()),
                        json.path("failure").textValue(),
                        json.path("finished").asLong()),
                json.path("slug").asText(),
                json.path("error").textValue(),
                json.path("duration").asLong(),
                Arrays.stream(ended).mapToInt(Math::toIntExact).toArray(),
                hits,
                executions,
                Arrays.hashCode(line),
                json.path("exploration").isObject() ? ExplorationPart.ofJson(json.path("exploration")) : null);
    }

    /** Whether it is an exploration: it has a page, and is none of the tests that are counted. */
    boolean isExploration() {
        return part != null;
    }

    /** What is the same of two runs of one test, and of two runs of one shard of an exploration. */
    String identity() {
        return part == null ? by.id() : by.id() + "|" + part.shard();
    }

    private static long[] numbers(JsonNode array) {
        long[] numbers = new long[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = array.get(i).asLong();
        }
        return numbers;
    }

    /** Of two runs of one test, the one that counts. */
    static RecordedTest later(RecordedTest one, RecordedTest other) {
        int order = Long.compare(one.by.finishedMillis(), other.by.finishedMillis());
        return (order != 0 ? order : Integer.compare(one.digest, other.digest)) >= 0 ? one : other;
    }
}
