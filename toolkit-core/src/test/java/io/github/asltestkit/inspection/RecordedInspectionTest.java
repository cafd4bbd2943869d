package io.github.asltestkit.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.history.ExecutionHistory;
import io.github.asltestkit.history.HistoryEvent;
import io.github.asltestkit.history.HistoryEventType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The histories that AWS recorded, without any definition. */
class RecordedInspectionTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Path cases() {
        String given = System.getProperty("shared.dir");
        Path shared = given != null ? Path.of(given) : Path.of("../../shared");
        Path cases = shared.resolve("conformance/cases");
        assumeTrue(Files.isDirectory(cases), "no recordings at " + cases.toAbsolutePath());
        return cases;
    }

    private static List<JsonNode> recordings() throws IOException {
        try (Stream<Path> files = Files.list(cases())) {
            return files.sorted()
                    .map(file -> {
                        try {
                            return JSON.readTree(file.toFile());
                        } catch (IOException unreadable) {
                            throw new IllegalStateException(file.toString(), unreadable);
                        }
                    })
                    .filter(RecordedInspectionTest::hasHistoryWithIds)
                    .toList();
        }
    }

    private static boolean hasHistoryWithIds(JsonNode recording) {
        JsonNode history = recording.path("expected").path("history");
        if (!history.isArray() || history.isEmpty()) {
            return false;
        }
        for (JsonNode event : history) {
            if (!event.path("id").isInt()) {
                return false;
            }
        }
        return true;
    }

    /** The recordings have no instants; here, every event happens a second after the one before. */
    private static ExecutionHistory history(JsonNode recording) {
        JsonNode events = recording.path("expected").path("history").deepCopy();
        int second = 0;
        for (JsonNode event : events) {
            ((ObjectNode) event).put("timestamp", second++);
        }
        return ExecutionHistory.parse(events.toString());
    }

    @TestFactory
    Stream<DynamicTest> every_recording_falls_into_stays_that_all_come_to_an_end() throws IOException {
        return recordings().stream()
                .map(recording -> DynamicTest.dynamicTest(recording.path("id").asText(), () -> {
                    ExecutionHistory history = history(recording);
                    ExecutionInspection inspection = ExecutionInspection.of(history);
                    long entered = history.events().stream()
                            .filter(event -> event.type().isStateEntered())
                            .count();
                    assertThat(inspection.allVisits()).hasSize((int) entered);
                    assertThat(inspection.allVisits())
                            .filteredOn(visit -> visit.exited != null)
                            .hasSize((int) history.events().stream()
                                    .filter(event -> event.type().isStateExited())
                                    .count());
                    assertThat(ExecutionHistory.parse(history.toJson())).isEqualTo(history);
                    if (recording.path("historyIncomplete").asBoolean()) {
                        return;
                    }
                    assertThat(inspection.status().name())
                            .isEqualTo(recording.path("expected").path("status").asText());
                    assertThat(inspection.allVisits())
                            .noneMatch(visit -> visit.outcome() == VisitOutcome.RUNNING)
                            .flatExtracting(StateVisit::attempts)
                            .noneMatch(attempt -> attempt.outcome() == VisitOutcome.RUNNING);
                    assertThat(inspection.allVisits().stream()
                                    .mapToInt(visit -> visit.attempts().size())
                                    .sum())
                            .isEqualTo((int) history.events().stream()
                                    .filter(RecordedInspectionTest::isAttempt)
                                    .count());
                    assertThat(inspection.allVisits().stream()
                                    .flatMap(visit -> visit.attempts().stream())
                                    .flatMap(attempt -> attempt.branches().stream())
                                    .filter(branch -> branch.parent() != null
                                            && branch.parent().type().name().equals("MAP"))
                                    .count())
                            .isEqualTo(history.events().stream()
                                    .filter(event -> event.type() == HistoryEventType.MAP_ITERATION_STARTED)
                                    .count());
                }));
    }

    private static boolean isAttempt(HistoryEvent event) {
        return switch (event.type()) {
            case TASK_SCHEDULED,
                    LAMBDA_FUNCTION_SCHEDULED,
                    ACTIVITY_SCHEDULED,
                    MAP_STATE_STARTED,
                    PARALLEL_STATE_STARTED -> true;
            default -> false;
        };
    }

    private static ExecutionInspection recorded(String idEnd) throws IOException {
        return recordings().stream()
                .filter(recording -> recording.path("id").asText().endsWith(idEnd))
                .findFirst()
                .map(RecordedInspectionTest::history)
                .map(ExecutionInspection::of)
                .orElseThrow();
    }

    @Test
    void a_map_that_failed_and_was_caught_shows_the_error_of_its_iteration() throws IOException {
        ExecutionInspection inspection = recorded("test_map_state_catch_legacy");
        assertThat(inspection.path()).containsExactly("StartState", "MapState", "FinalCaught");
        StateVisit map = inspection.visits().get(1);
        assertThat(map.outcome()).isEqualTo(VisitOutcome.CAUGHT);
        assertThat(map.caughtBy()).isEqualTo("FinalCaught");
        assertThat(map.error()).isEqualTo("HandleItemFailError");
        assertThat(map.branches()).hasSize(1);
        assertThat(map.branches().get(0).outcome()).isEqualTo(VisitOutcome.FAILED);
        assertThat(inspection.visits("MapState[0]/HandleItemFail")).hasSize(1);
    }

    @Test
    void a_map_that_is_retried_has_an_attempt_for_each_time() throws IOException {
        ExecutionInspection inspection = recorded("test_map_state_retry");
        StateVisit map = inspection.visits("MapState").get(0);
        assertThat(map.attempts()).hasSize(3);
        assertThat(map.attempts()).allMatch(attempt -> attempt.outcome() == VisitOutcome.FAILED);
        assertThat(map.error()).isEqualTo("HandleItemFailError");
        assertThat(map.outcome()).isEqualTo(VisitOutcome.FAILED);
    }

    @Test
    void a_callback_waits_for_its_token_until_it_is_returned() throws IOException {
        StateVisit visit = recorded("test_sqs_wait_for_task_tok_with_heartbeat")
                .allVisits()
                .get(0);
        assertThat(visit.attempts().get(0).heartbeatSeconds()).isNotNull();
        assertThat(visit.attempts().get(0).submittedAt()).isNotNull();
        assertThat(visit.missedHeartbeat()).isFalse();
        assertThat(visit.isWaitingForTaskToken()).isFalse();
    }
}
