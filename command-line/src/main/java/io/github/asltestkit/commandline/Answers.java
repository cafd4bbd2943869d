package io.github.asltestkit.commandline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.internal.message.DidYouMean;
import io.github.asltestkit.mock.MockConfigFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who answers the calls: a file of answers by state, or a test case of a mock file of Step Functions Local. */
final class Answers {
    private static final String CASE = "answers";
    private static final int LAST = 1_000_000;

    @Option(
            names = "--answers",
            paramLabel = "FILE",
            description = {
                "JSON that says for each state what its calls return or throw, in the words of Step Functions Local:",
                "{\"ChargeCard\": [{\"Throw\": {\"Error\": \"Bank.Busy\"}}, {\"Return\": {\"receipt\": 7}}]}",
                "The last answer of a state is repeated."
            })
    private @Nullable Path file;

    @Option(
            names = "--mock-file",
            paramLabel = "FILE",
            description = "A mock configuration file of Step Functions Local; name a test case of it as well.")
    private @Nullable String mockFile;

    @Option(names = "--test-case", paramLabel = "NAME", description = "The test case of the mock file.")
    private @Nullable String testCase;

    @Option(
            names = "--state-machine",
            paramLabel = "NAME",
            description = "The state machine of the mock file, if it has several.")
    private @Nullable String stateMachine;

    /** Whether somebody answers. */
    boolean areGiven() {
        return file != null || mockFile != null;
    }

    /**
     * Answers the calls of harnesses.
     *
     * @param machines the machines whose states may be named
     * @throws IllegalArgumentException if it is not a file of answers
     */
    Script script(StateMachine... machines) {
        if (mockFile != null) {
            MockConfigFile config = MockConfigFile.load(mockFile);
            String machine = machineOf(config);
            String named = testCase;
            if (named == null) {
                throw new IllegalArgumentException("Name a test case of " + mockFile + " with --test-case: "
                        + String.join(", ", config.testCases(machine)));
            }
            return harness -> harness.mocks().mockTestCase(config, machine, named);
        }
        Path answers = file;
        if (answers == null) {
            return harness -> {};
        }
        MockConfigFile config = MockConfigFile.parse(answers.toString(), converted(answers, machines));
        return harness -> harness.mocks().mockTestCase(config, "machine", CASE);
    }

    /** Gives a harness its mocks. */
    interface Script {
        void accept(StateMachineHarness harness);
    }

    private String machineOf(MockConfigFile config) {
        List<String> all = config.diagnostics().isEmpty() ? config.stateMachines() : List.of();
        if (!config.diagnostics().isEmpty()) {
            StringBuilder problems = new StringBuilder("The mock configuration file has problems:");
            config.diagnostics()
                    .forEach(problem -> problems.append("\n  ")
                            .append(problem.location())
                            .append(": ")
                            .append(problem.message()));
            throw new IllegalArgumentException(problems.toString());
        }
        String named = stateMachine;
        if (named == null && all.size() != 1) {
            throw new IllegalArgumentException(
                    "Name a state machine of " + mockFile + " with --state-machine: " + String.join(", ", all));
        }
        return named == null ? all.get(0) : named;
    }

    /** As a mock configuration file. */
    private static String converted(Path file, StateMachine... machines) {
        JsonNode answers = read(file);
        ObjectNode states = JsonNodeFactory.instance.objectNode();
        ObjectNode responses = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> answer : answers.properties()) {
            String state = answer.getKey();
            requireState(file, state, machines);
            states.put(state, state);
            responses.set(state, numbered(file, state, answer.getValue()));
        }
        ObjectNode config = JsonNodeFactory.instance.objectNode();
        config.putObject("StateMachines")
                .putObject("machine")
                .putObject("TestCases")
                .set(CASE, states);
        config.set("MockedResponses", responses);
        return config.toString();
    }

    private static JsonNode read(Path file) {
        try {
            JsonNode answers = new ObjectMapper().readTree(Files.readString(file));
            if (!answers.isObject()) {
                throw new IllegalArgumentException(
                        file + " is not an object with an answer for each state: {\"STATE\": {\"Return\": ...}}");
            }
            return answers;
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException(
                    file + ":" + notJson.getLocation().getLineNr() + ":"
                            + notJson.getLocation().getColumnNr() + ": the answers are not JSON: "
                            + notJson.getOriginalMessage(),
                    notJson);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("The answers cannot be read from " + file.toAbsolutePath(), unreadable);
        }
    }

    private static void requireState(Path file, String state, StateMachine... machines) {
        for (StateMachine machine : machines) {
            Set<String> names = machine.definition().stateNames();
            if (names.contains(state)) {
                return;
            }
        }
        Set<String> names = machines[machines.length - 1].definition().stateNames();
        String hint = DidYouMean.hint(state, names);
        throw new IllegalArgumentException(file + ": /" + state + ": there is no state \"" + state + "\" in "
                + machines[machines.length - 1].definition().source().name() + (hint == null ? "" : " (" + hint + ")"));
    }

    private static ObjectNode numbered(Path file, String state, JsonNode answer) {
        ObjectNode numbered = JsonNodeFactory.instance.objectNode();
        int size = answer.isArray() ? answer.size() : 1;
        for (int i = 0; i < size; i++) {
            JsonNode one = answer.isArray() ? answer.path(i) : answer;
            if (one.has("Return") == one.has("Throw")) {
                throw new IllegalArgumentException(file + ": /" + state + (answer.isArray() ? "/" + i : "")
                        + ": an answer has either Return or Throw, such as {\"Return\": {\"receipt\": 7}}");
            }
            numbered.set(i == size - 1 ? i + "-" + LAST : String.valueOf(i), one);
        }
        return numbered;
    }
}
