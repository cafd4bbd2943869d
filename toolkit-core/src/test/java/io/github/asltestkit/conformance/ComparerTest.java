package io.github.asltestkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The comparer held against the recordings: each is equal to itself, and to nothing that differs in one place. */
class ComparerTest {

    private static List<ConformanceCase> recordedHistories() {
        Path folder = CaseFolder.find();
        assumeTrue(Files.isDirectory(folder), () -> "There are no recordings at " + folder);
        return ConformanceCase.readAll(folder).stream()
                .filter(ConformanceCase::hasHistory)
                .toList();
    }

    /** Made once for each recording: it is compared thousands of times. */
    private final Map<ConformanceCase, JsonNode> canonical = new IdentityHashMap<>();

    private JsonNode expected(ConformanceCase recording) {
        return canonical.computeIfAbsent(recording, one -> CaseNormalizer.canonical(one.history()));
    }

    private Optional<String> compare(ConformanceCase recording, JsonNode actual) {
        return new HistoryComparer(new RecordingMatcher()).compare(recording, expected(recording), actual);
    }

    private ArrayNode copyOf(ConformanceCase recording) {
        return expected(recording).deepCopy();
    }

    private static List<ConformanceCase> inOrder() {
        return recordedHistories().stream()
                .filter(recording -> !recording.hasSortedBranches())
                .toList();
    }

    @Test
    void every_recording_is_equal_to_itself() {
        for (ConformanceCase recording : inOrder()) {
            assertThat(compare(recording, copyOf(recording))).as(recording.id()).isEmpty();
        }
    }

    @Test
    void a_missing_event_is_found() {
        for (ConformanceCase recording : inOrder()) {
            for (int i = 0; i < recording.history().size(); i++) {
                ArrayNode actual = copyOf(recording);
                actual.remove(i);
                assertThat(compare(recording, actual))
                        .as(recording.id() + " without event " + i)
                        .isPresent();
            }
        }
    }

    @Test
    void a_further_event_is_found() {
        for (ConformanceCase recording : inOrder()) {
            if (!recording.isHistoryIncomplete()) {
                ArrayNode actual = copyOf(recording);
                actual.add(actual.get(actual.size() - 1));
                assertThat(compare(recording, actual)).as(recording.id()).isPresent();
            }
        }
    }

    @Test
    void another_type_of_an_event_is_found_and_named() {
        for (ConformanceCase recording : inOrder()) {
            for (int i = 0; i < recording.history().size(); i++) {
                ArrayNode actual = copyOf(recording);
                String type = actual.get(i).path("type").asText();
                ((ObjectNode) actual.get(i))
                        .put("type", "EvaluationFailed".equals(type) ? "TaskFailed" : "EvaluationFailed");
                assertThat(compare(recording, actual).orElse(""))
                        .as(recording.id() + " event " + i)
                        .contains(Concurrency.isRace(recording.definition(), recording.history()) ? "" : type)
                        .isNotEmpty();
            }
        }
    }

    @Test
    void another_id_is_found() {
        for (ConformanceCase recording : inOrder()) {
            for (String key : List.of("id", "previousEventId")) {
                for (int i = 0; i < recording.history().size(); i++) {
                    ArrayNode actual = copyOf(recording);
                    ((ObjectNode) actual.get(i))
                            .put(key, actual.get(i).path(key).asLong() + actual.size());
                    assertThat(compare(recording, actual))
                            .as(recording.id() + " event " + i + " " + key)
                            .isPresent();
                }
            }
        }
    }

    @Test
    void every_changed_value_and_every_missing_or_further_field_is_found() {
        int mutations = 0;
        for (ConformanceCase recording : recordedHistories()) {
            ArrayNode original = copyOf(recording);
            if (recording.hasSortedBranches()) {
                continue;
            }
            for (List<String> place : checkedPlaces(original)) {
                ArrayNode changed = original.deepCopy();
                ObjectNode owner = (ObjectNode) at(changed, place.subList(0, place.size() - 1));
                String key = place.get(place.size() - 1);
                JsonNode value = owner.remove(key);
                assertThat(compare(recording, changed))
                        .as(recording.id() + " without " + place)
                        .isPresent();
                owner.set(key, another(value));
                assertThat(compare(recording, changed))
                        .as(recording.id() + " with another " + place)
                        .isPresent();
                owner.set(key, value);
                owner.put("furtherField", 1);
                assertThat(compare(recording, changed))
                        .as(recording.id() + " with more beside " + place)
                        .isPresent();
                mutations += 3;
            }
        }
        assertThat(mutations).isGreaterThan(10_000);
    }

    private static JsonNode another(JsonNode value) {
        return value.isNumber()
                ? JsonNodeFactory.instance.numberNode(value.doubleValue() + 1.5)
                : JsonNodeFactory.instance.textNode("another value");
    }

    private static JsonNode at(JsonNode tree, List<String> place) {
        JsonNode node = tree;
        for (String key : place) {
            node = node.isArray() ? node.get(Integer.parseInt(key)) : node.get(key);
        }
        return node;
    }

    /** The places of all fields that no wildcard stands for. */
    private static List<List<String>> checkedPlaces(JsonNode events) {
        List<List<String>> places = new ArrayList<>();
        collect(events, List.of(), places);
        return places;
    }

    private static void collect(JsonNode node, List<String> place, List<List<String>> places) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(node.get(i), with(place, String.valueOf(i)), places);
            }
        }
        for (var field : node.properties()) {
            JsonNode value = field.getValue();
            boolean free = value.isTextual()
                    && (value.textValue().matches("(?s)<+[A-Za-z][^<>]*>.*|.*<[A-Za-z][^<>]*>")
                            || value.textValue().equals("timestamp"));
            if (!free && !RecordingMatcher.isWildcard(field.getKey())) {
                places.add(with(place, field.getKey()));
                collect(value, with(place, field.getKey()), places);
            }
        }
    }

    private static List<String> with(List<String> place, String key) {
        List<String> longer = new ArrayList<>(place);
        longer.add(key);
        return longer;
    }
}
