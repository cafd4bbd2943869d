package io.github.asltestkit.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExecutionHistoryTest {
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static ExecutionHistory sample() throws Exception {
        JsonNode input = JSON.readTree("{\"order\":7}");
        return ExecutionHistory.of(List.of(
                new HistoryEvent(
                        1,
                        0,
                        START,
                        HistoryEventType.EXECUTION_STARTED,
                        EventDetails.of(
                                "input",
                                "{ \"order\": 7 }",
                                "inputDetails",
                                EventDetails.NOT_TRUNCATED,
                                "roleArn",
                                "arn:aws:iam::123456789012:role/StepFunctions")),
                new HistoryEvent(
                        2,
                        0,
                        START.plusMillis(1500),
                        HistoryEventType.PASS_STATE_ENTERED,
                        EventDetails.of("name", "Pass", "input", input, "inputDetails", EventDetails.NOT_TRUNCATED)),
                new HistoryEvent(
                        3,
                        2,
                        START.plusMillis(1500),
                        HistoryEventType.PASS_STATE_EXITED,
                        EventDetails.of(
                                "name",
                                "Pass",
                                "output",
                                JSON.readTree("\"text\""),
                                "outputDetails",
                                EventDetails.NOT_TRUNCATED,
                                "assignedVariables",
                                EventDetails.of("x", JSON.readTree("[1,2]")),
                                "assignedVariablesDetails",
                                EventDetails.NOT_TRUNCATED)),
                new HistoryEvent(4, 3, START, HistoryEventType.MAP_STATE_SUCCEEDED, EventDetails.NONE)));
    }

    @Test
    void it_is_written_as_the_command_line_prints_it() throws Exception {
        assertThat(sample().toJson()).isEqualTo("""
                        {
                            "events": [
                                {
                                    "timestamp": "2024-01-01T00:00:00+00:00",
                                    "type": "ExecutionStarted",
                                    "id": 1,
                                    "previousEventId": 0,
                                    "executionStartedEventDetails": {
                                        "input": "{ \\"order\\": 7 }",
                                        "inputDetails": {
                                            "truncated": false
                                        },
                                        "roleArn": "arn:aws:iam::123456789012:role/StepFunctions"
                                    }
                                },
                                {
                                    "timestamp": "2024-01-01T00:00:01.500000+00:00",
                                    "type": "PassStateEntered",
                                    "id": 2,
                                    "previousEventId": 0,
                                    "stateEnteredEventDetails": {
                                        "name": "Pass",
                                        "input": "{\\"order\\":7}",
                                        "inputDetails": {
                                            "truncated": false
                                        }
                                    }
                                },
                                {
                                    "timestamp": "2024-01-01T00:00:01.500000+00:00",
                                    "type": "PassStateExited",
                                    "id": 3,
                                    "previousEventId": 2,
                                    "stateExitedEventDetails": {
                                        "name": "Pass",
                                        "output": "\\"text\\"",
                                        "outputDetails": {
                                            "truncated": false
                                        },
                                        "assignedVariables": {
                                            "x": "[1,2]"
                                        },
                                        "assignedVariablesDetails": {
                                            "truncated": false
                                        }
                                    }
                                },
                                {
                                    "timestamp": "2024-01-01T00:00:00+00:00",
                                    "type": "MapStateSucceeded",
                                    "id": 4,
                                    "previousEventId": 3
                                }
                            ]
                        }""");
    }

    @Test
    void what_is_written_reads_back_as_the_same_history() throws Exception {
        ExecutionHistory history = sample();
        ExecutionHistory read = ExecutionHistory.parse(history.toJson());
        assertThat(read).isEqualTo(history).hasSameHashCodeAs(history);
        assertThat(read.toJson()).isEqualTo(history.toJson());
    }

    @Test
    void a_payload_is_read_as_a_tree_whether_it_was_kept_as_text_or_as_a_tree() throws Exception {
        assertThat(ExecutionHistory.parse(sample().toJson())
                        .events()
                        .get(1)
                        .details()
                        .json("input"))
                .isEqualTo(sample().events().get(1).details().json("input"));
        assertThat(EventDetails.of("cause", "not { JSON").json("cause").textValue())
                .isEqualTo("not { JSON");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"2024-01-01T00:00:01.500000+00:00\"', 2024-01-01T00:00:01.500Z",
        "'\"2024-01-01T02:00:01+02:00\"',        2024-01-01T00:00:01Z",
        "'\"2024-01-01T00:00:01Z\"',             2024-01-01T00:00:01Z",
        "1704067201.5,                           2024-01-01T00:00:01.500Z",
        "1.7040672015E9,                         2024-01-01T00:00:01.500Z",
        "1704067201,                             2024-01-01T00:00:01Z",
        "-0.5,                                   1969-12-31T23:59:59.500Z"
    })
    void a_timestamp_may_be_iso_text_or_seconds_since_the_epoch(String written, Instant expected) {
        ExecutionHistory history = ExecutionHistory.parse(
                "{\"events\": [{\"timestamp\": " + written + ", \"type\": \"MapStateFailed\", \"id\": 1}]}");
        assertThat(history.events().get(0).timestamp()).isEqualTo(expected);
    }

    @Test
    void event_types_and_fields_of_the_future_are_kept() {
        String json = """
                [{"timestamp": 0, "type": "TaskPaused", "id": 1, "previousEventId": 0,
                  "taskPausedEventDetails": {"reason": "r", "list": ["a", {"b": 1}], "n": 1.5, "yes": true}},
                 {"timestamp": 0, "type": "MapStateFailed", "id": 2, "previousEventId": 1, "more": {"x": 1}},
                 {"timestamp": 0, "type": "TaskFailed", "id": 3, "previousEventId": 2,
                  "taskFailedEventDetails": {"error": "E", "new": "field"}}]""";
        ExecutionHistory history = ExecutionHistory.parse(json);
        assertThat(history.events())
                .extracting(HistoryEvent::typeName)
                .containsExactly("TaskPaused", "MapStateFailed", "TaskFailed");
        assertThat(history.events().get(2).details().text("new")).isEqualTo("field");
        assertThat(history.toJson())
                .contains(
                        "\"reason\": \"r\"",
                        "\"b\": 1",
                        "\"n\": 1.5",
                        "\"yes\": true",
                        "\"x\": 1",
                        "\"new\": \"field\"");
        assertThat(ExecutionHistory.parse(history.toJson())).isEqualTo(history);
    }

    @Test
    void events_in_reverse_order_are_put_right() {
        ExecutionHistory history =
                ExecutionHistory.parse("{\"events\": [{\"timestamp\": 1, \"type\": \"MapStateFailed\", \"id\": 2},"
                        + " {\"timestamp\": 0, \"type\": \"MapStateSucceeded\", \"id\": 1}]}");
        assertThat(history.events()).extracting(HistoryEvent::id).containsExactly(1L, 2L);
        assertThat(history.event(2)).isEqualTo(history.events().get(1));
        assertThat(history.event(3)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                             | an object with an array \"events\" is expected",
                "[1]                                            | events[0] is not an object",
                "[{\"id\": 1}]                                  | events[0].type is missing",
                "[{\"type\": \"TaskFailed\"}]                   | events[0].id is missing",
                "[{\"type\": \"TaskFailed\", \"id\": 1}]        | events[0].timestamp is missing",
                "[{\"type\": \"TaskFailed\", \"id\": 1, \"timestamp\": \"noon\"}] | events[0].timestamp is neither ISO 8601"
                        + " text with an offset nor seconds since the epoch: \"noon\""
            })
    void what_is_no_history_is_refused_with_the_place(String json, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExecutionHistory.parse(json))
                .withMessage("This is not an execution history as GetExecutionHistory gives it: " + message);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-01 00:00:00+00:00, 2024-01-01T00:00:00Z",
        "2024-01-01 00:00:01.500000+00:00, 2024-01-01T00:00:01.5Z",
        "2024-01-01 02:00:00.123000+02:00, 2024-01-01T00:00:00.123Z"
    })
    void timestamps_are_read_as_Python_writes_them(String written, Instant instant) {
        ExecutionHistory history = ExecutionHistory.parse(
                "{\"events\": [{\"id\": 1, \"type\": \"ExecutionStarted\", \"timestamp\": \"" + written + "\"}]}");

        assertThat(history.events()).extracting(HistoryEvent::timestamp).containsExactly(instant);
    }

    @Test
    void text_that_is_not_json_is_refused_with_line_and_column() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExecutionHistory.parse("{\n  nothing"))
                .withMessageContaining("it is not JSON: ")
                .withMessageContaining("(line 2, column ");
    }
}
