package io.github.asltestkit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.history.HistoryEvent;
import io.github.asltestkit.mock.MockConfigFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs a case once more, with its mock file of Step Functions Local as the world. The file's answers are not the
 * recorded ones (AWS adds headers and ids), so what is compared is what they lead to: the status, and the types of the
 * events with the names of the states.
 */
final class MockFileRun {
    private final ConformanceCase conformanceCase;

    MockFileRun(ConformanceCase conformanceCase) {
        this.conformanceCase = conformanceCase;
    }

    Optional<String> difference() {
        JsonNode tree = conformanceCase.tree();
        JsonNode mockDefinition = tree.path("mockDefinition");
        String definition = mockDefinition.isObject() ? mockDefinition.toString() : conformanceCase.definition();
        StateMachineHarness harness = StateMachineHarness.create(
                StateMachine.parse("recorded.asl.json", definition), ExecutionCaseRunner.OPTIONS);
        harness.mocks()
                .mockTestCase(
                        MockConfigFile.parse(
                                "mocks.json", tree.path("mockConfig").toString()),
                        tree.path("mockStateMachineName").asText(),
                        tree.path("mockTestCase").asText());
        Execution execution =
                harness.run(PythonJson.dumps(tree.has("mockInput") ? tree.path("mockInput") : tree.path("input")));
        List<String> expected = new ArrayList<>();
        conformanceCase.history().forEach(event -> expected.add(step(event)));
        List<String> actual =
                execution.history().events().stream().map(MockFileRun::step).toList();
        return expected.equals(actual)
                ? Optional.empty()
                : Optional.of("with the mock file: expected " + expected + " but was " + actual + " "
                        + execution.error() + " " + execution.cause());
    }

    private static String step(JsonNode event) {
        String name = event.path("stateEnteredEventDetails")
                .path("name")
                .asText(event.path("stateExitedEventDetails").path("name").asText());
        return event.path("type").asText() + " " + name;
    }

    private static String step(HistoryEvent event) {
        boolean named = event.type().isStateEntered() || event.type().isStateExited();
        return event.type().apiName() + " " + (named ? event.details().text("name") : "");
    }
}
