package io.github.asltestkit.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.integration.UnmockedCallException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class MockConfigFileTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LOOP = """
            {"StartAt": "Charge", "States": {"Charge": {"Type": "Task",
              "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "charge"},
              "Retry": [{"ErrorEquals": ["States.ALL"], "MaxAttempts": 5}], "End": true}}}""";

    @Test
    void numbers_count_the_calls_of_a_state() {
        MockConfigFile config =
                config("{\"0\": {\"Throw\": {\"Error\": \"A\"}}, \"1-2\": {\"Throw\": {\"Error\": \"B\"}},"
                        + " \"3\": {\"Return\": {\"ok\": true}}}");
        StateMachineHarness harness = StateMachineHarness.create(StateMachine.parse("loop.asl.json", LOOP));
        harness.mocks().mockTestCase(config, "Loop", "Happy");

        Execution first = harness.run("{}");
        Execution second = harness.run("{}");

        assertThat(first.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(second.status()).as("each execution counts anew").isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(first.calls()).hasSize(4);
        assertThat(harness.mocks().unusedMocks()).isNull();
    }

    @Test
    void a_call_past_the_last_number_stops_the_test() {
        MockConfigFile config = config("{\"0-1\": {\"Throw\": {\"Error\": \"A\"}}}");
        StateMachineHarness harness = StateMachineHarness.create(StateMachine.parse("loop.asl.json", LOOP));
        harness.mocks().mockTestCase(config, "Loop", "Happy");

        assertThatThrownBy(() -> harness.run("{}"))
                .isInstanceOf(UnmockedCallException.class)
                .hasMessage("""
                        The mocked response "Answer" has no answer to call 2 of Charge. The execution was stopped there.

                           mock file: mocks.json
                           test case: Happy
                            resource: arn:aws:states:::lambda:invoke
                                  at: loop.asl.json:1:44  /States/Charge
                          it answers: calls 0-1, counted from 0 over visits, attempts and iterations

                          Add the key "2" to /MockedResponses/Answer.
                        """);
    }

    @Test
    void problems_are_collected_and_located() {
        MockConfigFile config = MockConfigFile.parse("mocks.json", """
                {"StateMachines": {"Loop": {"TestCases": {"Happy": {"Charge": "Answr", "Ship": 1}}}},
                 "MockedResponses": {"Answer": {
                   "x": {"Return": 1}, "2-1": {"Return": 1}, "0-3": {"Return": 1}, "3": {"Return": 1},
                   "7": {"Return": 1, "Throw": {}}, "8": {"Throw": {"Cause": "c"}}}}}""");

        assertThat(config.diagnostics())
                .extracting(problem -> problem.location().pointer() + ": " + problem.message())
                .containsExactly(
                        "/MockedResponses/Answer/x: \"x\" is neither the number of a call nor a range of them, such as"
                                + " \"1-2\"",
                        "/MockedResponses/Answer/2-1: The range \"2-1\" ends before it begins",
                        "/MockedResponses/Answer/3: \"3\" and \"0-3\" answer the same call",
                        "/MockedResponses/Answer/7: An answer has either Return or Throw, and nothing else",
                        "/MockedResponses/Answer/8/Throw: Throw has an Error, which is text, and may have a Cause",
                        "/StateMachines/Loop/TestCases/Happy/Charge: There is no mocked response \"Answr\"",
                        "/StateMachines/Loop/TestCases/Happy/Ship: The value is the name of a mocked response");
        assertThat(MockConfigFile.parse("mocks.json", "{").diagnostics()).hasSize(1);
    }

    @Test
    void an_unknown_test_case_is_answered_with_the_known_ones() {
        Mocks mocks = new Mocks();
        MockConfigFile config = config("{\"0\": {\"Return\": 1}}");

        assertThatThrownBy(() -> mocks.mockTestCase(config, "Loop", "Sad"))
                .hasMessage("mocks.json has no test case \"Sad\" of Loop; it has Happy");
        assertThatThrownBy(() -> mocks.mockTestCase(config, "Lop", "Sad"))
                .hasMessage("mocks.json has no state machine \"Lop\"; it has Loop");
    }

    private static MockConfigFile config(String answers) {
        return MockConfigFile.parse(
                "mocks.json",
                "{\"StateMachines\": {\"Loop\": {\"TestCases\": {\"Happy\": {\"Charge\": \"Answer\"}}}},"
                        + " \"MockedResponses\": {\"Answer\": " + answers + "}}");
    }

    @TestFactory
    Stream<DynamicTest> every_test_case_of_every_mock_file_takes_all_the_answers_that_it_has() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> files = Files.walk(shared("corpus/mockconfigs"))) {
            for (Path file : files.filter(path -> path.endsWith("MockConfigFile.json"))
                    .sorted()
                    .toList()) {
                MockConfigFile config = MockConfigFile.load(file.toString());
                StateMachine definition =
                        StateMachine.load(definitionBeside(file).toString());
                for (String machine : config.stateMachines()) {
                    for (String testCase : config.testCases(machine)) {
                        tests.add(DynamicTest.dynamicTest(
                                machine + " " + testCase,
                                () -> takesAllAnswers(config, machine, testCase, definition)));
                    }
                }
            }
        }
        assertThat(tests).hasSizeGreaterThanOrEqualTo(17);
        return tests.stream();
    }

    private static Path definitionBeside(Path mockFile) throws IOException {
        try (Stream<Path> files = Files.list(mockFile.getParent())) {
            return files.filter(path -> path.toString().endsWith(".asl.json"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void takesAllAnswers(
            MockConfigFile config, String machine, String testCase, StateMachine definition) {
        assertThat(config.diagnostics()).isEmpty();
        StateMachineHarness harness = StateMachineHarness.create(definition);
        harness.mocks().mockTestCase(config, machine, testCase);

        Execution execution = harness.run("""
                {"data": {"firstname": "Jane", "lastname": "Doe", "identity": {"email": "j@example.com", "ssn": "1"},
                  "address": {"street": "s", "city": "c", "state": "s", "zip": "z"}, "comments": "c"}}""");

        assertThat(execution.status()).as(execution.cause()).isEqualTo(ExecutionStatus.SUCCEEDED);
        config.states(machine, testCase).forEach((state, response) -> {
            int last = response.answers().get(response.answers().size() - 1).last();
            assertThat(harness.calls().ofState(state).size())
                    .as("calls of " + state)
                    .isEqualTo(last + 1);
        });
    }

    @Test
    void a_call_past_the_last_number_is_seen_by_no_Catch() {
        MockConfigFile config = config("{\"0\": {\"Throw\": {\"Error\": \"A\"}}}");
        StateMachineHarness harness = StateMachineHarness.create(StateMachine.parse(
                "loop.asl.json",
                LOOP.replace(
                        "\"End\": true",
                        "\"Catch\": [{\"ErrorEquals\": [\"States.ALL\"], \"Next\": \"Charge\"}], \"End\": true")));
        harness.mocks().mockTestCase(config, "Loop", "Happy");

        assertThatThrownBy(() -> harness.run("{}")).isInstanceOf(UnmockedCallException.class);
    }

    @TestFactory
    Stream<DynamicTest> mocked_executions_end_as_they_did_in_aws() throws IOException {
        Path folder = shared("conformance/cases");
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                JsonNode recorded = JSON.readTree(file.toFile());
                if (recorded.path("kind").asText().equals("mocked-execution")) {
                    tests.add(DynamicTest.dynamicTest(file.getFileName().toString(), () -> compare(recorded)));
                }
            }
        }
        return tests.stream();
    }

    private static void compare(JsonNode recorded) {
        MockConfigFile config =
                MockConfigFile.parse("mocks.json", recorded.path("mockConfig").toString());
        assertThat(config.diagnostics()).isEmpty();
        JsonNode definition =
                recorded.has("mockDefinition") ? recorded.path("mockDefinition") : recorded.path("definition");
        StateMachineHarness harness =
                StateMachineHarness.create(StateMachine.parse("recorded.asl.json", definition.toString()));
        harness.mocks()
                .mockTestCase(
                        config,
                        recorded.path("mockStateMachineName").textValue(),
                        recorded.path("mockTestCase").textValue());

        Execution execution =
                harness.run(recorded.has("mockInput") ? recorded.path("mockInput") : recorded.path("input"));

        assertThat(execution.status().name())
                .isEqualTo(recorded.path("expected").path("status").textValue());
        List<String> expected = new ArrayList<>();
        recorded.path("expected")
                .path("history")
                .forEach(event -> expected.add(event.path("type").textValue()));
        if (!recorded.has("mockDefinition")) {
            assertThat(execution.history().events())
                    .extracting(event -> event.type().toString())
                    .containsExactlyElementsOf(expected);
        }
    }

    private static Path shared(String name) {
        String given = System.getProperty("shared.dir");
        Path at = Path.of("").toAbsolutePath();
        while (given == null && at != null && !Files.isDirectory(at.resolveSibling("shared"))) {
            at = at.getParent();
        }
        Path folder = (given != null ? Path.of(given) : at == null ? Path.of("shared") : at.resolveSibling("shared"))
                .resolve(name);
        Assumptions.assumeTrue(Files.isDirectory(folder), () -> "skipped: there is no folder " + folder);
        return folder;
    }
}
