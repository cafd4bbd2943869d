package io.github.asltestkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.asltestkit.Replay;
import io.github.asltestkit.replay.Departure;
import io.github.asltestkit.replay.ReplayResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What AWS recorded replays on its own definition, and not on one that was changed. */
class ReplayConformanceTest {
    private static final Set<String> TARGETS = Set.of("StartAt", "Next", "Default");

    @Test
    void every_recording_replays_on_its_own_definition() {
        Map<String, String> departed = new TreeMap<>();
        List<ConformanceCase> cases = cases().toList();
        for (ConformanceCase one : cases) {
            RecordedCase recorded = new RecordedCase(one);
            String message = replay(recorded, recorded.definition()).message();
            if (message != null) {
                departed.put(one.id(), message);
            }
        }
        System.out.println("replay: " + (cases.size() - departed.size()) + " passed, " + departed.size() + " failed");
        assertThat(departed.keySet()).as(departed::toString).isEmpty();
    }

    @Test
    void a_state_that_was_inserted_departs_at_the_first_position() {
        casesWithPath().forEach(one -> {
            RecordedCase recorded = new RecordedCase(one);
            Departure departure =
                    replay(recorded, withStateBefore(recorded.definition())).departure();

            assertThat(departure).as(one.id()).isNotNull();
            assertThat(Objects.requireNonNull(departure).kind()).as(one.id()).isEqualTo(Departure.Kind.PATH);
            assertThat(departure.position()).as(one.id()).isEqualTo(1);
            assertThat(departure.stateName()).as(one.id()).isEqualTo("Inserted by the test");
        });
    }

    @Test
    void a_state_with_another_name_departs_where_it_was_entered_unless_that_is_declared() {
        casesWithPath().forEach(one -> {
            RecordedCase recorded = new RecordedCase(one);
            List<String> names = recorded.names();
            String name = names.get(new Random(one.id().hashCode()).nextInt(names.size()));
            JsonNode renamed = renamed(recorded.definition(), name, name + " II");

            Departure departure = replay(recorded, renamed).departure();

            assertThat(departure).as(one.id()).isNotNull();
            assertThat(Objects.requireNonNull(departure).kind()).as(one.id()).isEqualTo(Departure.Kind.PATH);
            assertThat(departure.position())
                    .as(one.id())
                    .isEqualTo(recorded.recording().inspection().path().indexOf(name) + 1);
            assertThat(Replay.of(recorded.machine(renamed), recorded.recording())
                            .comparing(recorded.comparison())
                            .renamed(name, name + " II")
                            .run()
                            .departure())
                    .as(one.id())
                    .isNull();
        });
    }

    private static Stream<ConformanceCase> cases() {
        Path folder = CaseFolder.find();
        assumeTrue(Files.isDirectory(folder), () -> "There are no recordings at " + folder);
        return ConformanceCase.readAll(folder).stream()
                .filter(ConformanceCase::isScored)
                .filter(RecordedCase::isHistory)
                // Recorded before the Context object had RedriveCount; what differs from AWS differs in its replay.
                .filter(one -> !one.id().endsWith("::test_lambda_invoke_with_retry_extended_input"));
    }

    /** The cases in which a state was entered before the recording stops. */
    private static Stream<ConformanceCase> casesWithPath() {
        return cases().filter(one -> !new RecordedCase(one).names().isEmpty());
    }

    private static ReplayResult replay(RecordedCase recorded, JsonNode definition) {
        return Replay.of(recorded.machine(definition), recorded.recording())
                .comparing(recorded.comparison())
                .run();
    }

    private static JsonNode withStateBefore(JsonNode definition) {
        ObjectNode changed = definition.deepCopy();
        ((ObjectNode) changed.path("States"))
                .putObject("Inserted by the test")
                .put("Type", "Pass")
                .put("Next", changed.path("StartAt").asText());
        return changed.put("StartAt", "Inserted by the test");
    }

    private static JsonNode renamed(JsonNode definition, String from, String to) {
        ObjectNode changed = ConformanceCase.JSON.createObjectNode();
        for (var field : definition.properties()) {
            if (!field.getKey().equals("States")) {
                changed.set(field.getKey(), targets(field.getKey(), field.getValue(), from, to));
            }
        }
        ObjectNode states = changed.putObject("States");
        for (var state : definition.path("States").properties()) {
            states.set(state.getKey().equals(from) ? to : state.getKey(), targets("", state.getValue(), from, to));
        }
        return changed;
    }

    /** Targets of the same graph: those of graphs within it are names of their own. */
    private static JsonNode targets(String key, JsonNode value, String from, String to) {
        if (value.isTextual()) {
            return TARGETS.contains(key) && value.textValue().equals(from) ? TextNode.valueOf(to) : value;
        }
        if (value.isArray()) {
            ArrayNode copy = ConformanceCase.JSON.createArrayNode();
            value.forEach(item -> copy.add(targets(key, item, from, to)));
            return copy;
        }
        if (!value.isObject() || value.has("StartAt")) {
            return value;
        }
        ObjectNode copy = ConformanceCase.JSON.createObjectNode();
        value.properties()
                .forEach(field -> copy.set(field.getKey(), targets(field.getKey(), field.getValue(), from, to)));
        return copy;
    }
}
