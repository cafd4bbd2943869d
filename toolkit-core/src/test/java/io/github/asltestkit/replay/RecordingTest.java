package io.github.asltestkit.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.asltestkit.PartialParameters;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {
    private static final String EVENT = """
            {"timestamp": "2024-01-01T00:00:00Z", "type": "%s", "id": %d, "previousEventId": 0}""";

    @TempDir
    Path folder;

    private static String page(int first, int last) {
        StringBuilder events = new StringBuilder();
        for (int id = first; id <= last; id++) {
            events.append(events.isEmpty() ? "" : ",")
                    .append(EVENT.formatted(id == 1 ? "ExecutionStarted" : "PassStateEntered", id));
        }
        return "{\"events\": [" + events + "], \"nextToken\": \"t\"}";
    }

    @Test
    void the_pages_of_a_folder_are_one_recording_in_any_order() throws IOException {
        Files.writeString(folder.resolve("long.page1.json"), page(1, 3));
        Files.writeString(folder.resolve("long.page10.json"), page(6, 7));
        Files.writeString(folder.resolve("long.page2.json"), page(4, 5));
        Files.writeString(folder.resolve("short.json"), page(1, 1));

        List<Recording> recordings = Recording.readAll(folder);

        assertThat(recordings).extracting(Recording::name).containsExactly("long", "short.json");
        assertThat(recordings.get(0).history().events()).hasSize(7);
    }

    @Test
    void pages_may_follow_one_another_in_one_file() throws IOException {
        Path file = Files.writeString(folder.resolve("all.json"), page(1, 3) + "\n" + page(4, 5));

        assertThat(Recording.read(file).history().events()).hasSize(5);
    }

    /** The form in which the AWS command line 2 writes YAML. */
    private static final String YAML = """
            events:
            - executionStartedEventDetails:
                input: '{"order": 7, "note": "two lines that the command line breaks at its width
                  of eighty characters", "ok": "yes"}'
                inputDetails:
                  truncated: false
                roleArn: arn:aws:iam::123456789012:role/StepFunctions
              id: 1
              previousEventId: 0
              timestamp: '2024-01-01T00:00:00.125000+00:00'
              type: ExecutionStarted
            - id: 2
              previousEventId: 0
              stateEnteredEventDetails:
                input: '{"order": 7}'
                inputDetails:
                  truncated: false
                name: Yes
              timestamp: 2024-01-01 00:00:01+00:00
              type: PassStateEntered
            """;

    private static final String JSON_OF_YAML = """
            {"events": [
              {"timestamp": "2024-01-01T00:00:00.125Z", "type": "ExecutionStarted", "id": 1, "previousEventId": 0,
               "executionStartedEventDetails": {"input": "{\\"order\\": 7, \\"note\\": \\"two lines that the command line \
            breaks at its width of eighty characters\\", \\"ok\\": \\"yes\\"}", "inputDetails": {"truncated": false},
                "roleArn": "arn:aws:iam::123456789012:role/StepFunctions"}},
              {"timestamp": "2024-01-01T00:00:01Z", "type": "PassStateEntered", "id": 2, "previousEventId": 0,
               "stateEnteredEventDetails": {"input": "{\\"order\\": 7}", "inputDetails": {"truncated": false}, "name": "Yes"}}]}
            """;

    @Test
    void YAML_of_the_command_line_is_the_same_recording_as_JSON() throws IOException {
        Files.writeString(folder.resolve("order.yaml"), YAML);

        List<Recording> recordings = Recording.readAll(folder);

        assertThat(recordings).extracting(Recording::name).containsExactly("order.yaml");
        assertThat(recordings.get(0).history())
                .isEqualTo(Recording.parse("order.json", JSON_OF_YAML).history());
        assertThat(recordings.get(0).account()).isEqualTo("123456789012");
    }

    @Test
    void pages_in_YAML_are_joined_from_files_and_from_a_stream() throws IOException {
        String second = "events:\n- {id: 3, previousEventId: 2, type: PassStateExited, timestamp: 1704067202.5}\n";
        Path one = Files.writeString(folder.resolve("order.page1.yml"), YAML);
        Path two = Files.writeString(folder.resolve("order.page2.yml"), second);
        String stream =
                "- " + YAML.indent(2).strip() + "\n- " + second.indent(2).strip() + "\n";

        assertThat(Recording.readAll(folder)).extracting(Recording::name).containsExactly("order");
        assertThat(Recording.read(two, one).history().events()).hasSize(3);
        assertThat(Recording.parse("stream.yaml", stream).history())
                .isEqualTo(Recording.read(one, two).history());
    }

    @Test
    void text_that_is_neither_JSON_nor_YAML_is_refused_with_its_place() throws IOException {
        Path file = Files.writeString(folder.resolve("order.yaml"), "events:\n- id: 1\n  type: [a\n");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Recording.read(file))
                .withMessageStartingWith(
                        "order.yaml: This is not an execution history as GetExecutionHistory gives it: "
                                + "it is neither JSON nor YAML (line 4, column ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Recording.parse("order.yaml", "nothing"))
                .withMessageContaining("it is not JSON: ");
    }

    @Test
    void a_missing_page_is_named() throws IOException {
        Path file = Files.writeString(folder.resolve("all.json"), page(1, 3) + page(6, 7));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Recording.read(file))
                .withMessage("all.json: all.json has no event 4, but an event 6: is a page missing?");
    }

    @Test
    void a_recording_without_its_first_page_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Recording.parse("tail.json", page(4, 5)))
                .withMessage("tail.json does not begin with ExecutionStarted: is the first page missing?");
    }

    @Test
    void an_empty_folder_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Recording.readAll(folder))
                .withMessageStartingWith("There is no recording (*.json, *.yaml, *.yml) in ");
    }

    @Test
    void a_recording_is_written_out_as_a_test() {
        StateMachineHarness harness =
                StateMachineHarness.create(StateMachine.parse("order.asl.json", """
                {"StartAt": "Charge", "States": {
                  "Charge": {"Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem", "Parameters": {},
                    "Retry": [{"ErrorEquals": ["States.ALL"], "IntervalSeconds": 1}], "Next": "Approve"},
                  "Approve": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                    "Parameters": {}, "End": true}}}""", PartialParameters.ALLOWED));
        harness.mock("Charge").fails("Db.Busy", "a \"short\" break").thenReturns("{\"ok\": true}");
        harness.mock("Approve").callbackSucceedsAfter(java.time.Duration.ofMinutes(3), "{\"by\": \"Zo\\u00eb\"}");
        Recording recording =
                Recording.of("happy.json", harness.run("{\"order\": 7}").history());

        assertThat(TestScript.of(recording, "order.asl.json", "shop", "HappyTest"))
                .isEqualTo("""
                package shop;

                import static io.github.asltestkit.assertj.AslAssertions.assertThat;

                import io.github.asltestkit.Execution;
                import io.github.asltestkit.StateMachineHarness;
                import io.github.asltestkit.junit.StateMachineTest;
                import java.time.Duration;
                import org.junit.jupiter.api.Test;

                /** Written from the recording happy.json. */
                @StateMachineTest("order.asl.json")
                class HappyTest {

                    @Test
                    void does_what_was_recorded(StateMachineHarness harness) {
                        harness.mock("Charge")
                                .fails("Db.Busy", "a \\"short\\" break")
                                .thenReturns("{\\"ok\\":true}");
                        harness.mock("Approve")
                                .callbackSucceedsAfter(Duration.ofSeconds(180), "{\\"by\\":\\"Zo\\u00eb\\"}");

                        Execution execution = harness.run("{\\"order\\":7}");

                        assertThat(execution)
                                .hasSucceeded()
                                .tookPath("Charge", "Approve");
                        assertThat(execution).output().isEqualTo("{\\"by\\":\\"Zo\\u00eb\\"}");
                    }
                }
                """);
    }

    @Test
    void a_golden_file_is_compared_and_written_only_when_asked_for() throws IOException {
        Path file = folder.resolve("golden/order.path.txt");
        GoldenFile golden = new GoldenFile(file);

        assertThat(message(() -> golden.verify("Charge\nShip\n"))).isEqualTo("""
                There is no approved file to compare with.

                      file: %s
                  would be: Charge

                  Look at what the execution did; if it is right, write the file with -Dasl.testkit.golden.update=true.""".formatted(file));

        System.setProperty(GoldenFile.UPDATE, "true");
        try {
            golden.verify("Charge\nShip\n");
        } finally {
            System.clearProperty(GoldenFile.UPDATE);
        }
        golden.verify("Charge\nShip");

        assertThat(message(() -> golden.verify("Charge\nRefund\n"))).isEqualTo("""
                The execution is not what was approved in order.path.txt.

                  approved | now
                  ---------+-------
                  Charge   | Charge
                  Ship     | Refund   <<<<< line 2

                  file: %s

                  If the change is meant, write the file again with -Dasl.testkit.golden.update=true, and review its difference.""".formatted(file));
        assertThat(Files.readString(file)).isEqualTo("Charge\nShip\n");
    }

    private static String message(Runnable action) {
        try {
            action.run();
            return "";
        } catch (AssertionError failure) {
            return String.valueOf(failure.getMessage());
        }
    }
}
