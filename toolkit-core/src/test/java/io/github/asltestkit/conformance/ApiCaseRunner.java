package io.github.asltestkit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.integration.IntegrationPattern;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskIntegration;
import io.github.asltestkit.integration.TaskReaction;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/** The API of a harness in front of a recording's calls. The clock runs where the recorded test waited for an end. */
final class ApiCaseRunner {
    private static final DateTimeFormatter RECORDED = DateTimeFormatter.ofPattern("dd-MM-yyyy, HH:mm:ss");

    /** Fields that answers have had since a day: an older recording cannot have them. */
    private static final Map<String, LocalDate> SINCE = Map.of(
            "encryptionConfiguration", LocalDate.of(2024, 7, 25),
            "variableReferences", LocalDate.of(2024, 11, 20),
            "redriveCount", LocalDate.of(2023, 11, 15),
            "failuresNotRedrivable", LocalDate.of(2023, 11, 15),
            "pendingRedrive", LocalDate.of(2023, 11, 15));

    private ApiCaseRunner() {}

    static ServiceDoor door(ConformanceCase conformanceCase) {
        StateMachineHarness harness =
                StateMachineHarness.empty(ExecutionCaseRunner.OPTIONS, new World(conformanceCase));
        conformanceCase.setUp(harness.s3());
        LocalDate day = LocalDate.parse(conformanceCase.tree().path("recorded").asText(), RECORDED);
        boolean stopped = conformanceCase.tree().path("calls").toString().contains("\"stop_execution\"");
        return (operation, request) -> {
            if (operation.equals("GetExecutionHistory") && !stopped) {
                harness.executions().forEach(harness::runToEnd);
            }
            return ofItsTime(harness.api().call(operation, request), day);
        };
    }

    /** The recorded world, which also takes the messages whose token nobody returned, and so recorded nothing. */
    private record World(CaseScript script) implements TaskIntegration {

        World(ConformanceCase conformanceCase) {
            this(new CaseScript(conformanceCase, new CaseNormalizer(conformanceCase)));
        }

        @Override
        public TaskReaction call(TaskCall call) {
            if (call.resource().pattern() == IntegrationPattern.WAIT_FOR_TASK_TOKEN && !script.has(call)) {
                return new TaskReaction(List.of(
                        new TaskReaction.Step.Submitted(Duration.ZERO, ConformanceCase.JSON.createObjectNode())));
            }
            return script.call(call);
        }

        @Override
        public CancelOutcome cancel(TaskCall call, AbortReason reason) {
            return script.cancel(call, reason);
        }
    }

    private static JsonNode ofItsTime(JsonNode answer, LocalDate day) {
        JsonNode known = answer.deepCopy();
        SINCE.forEach((field, since) -> {
            if (day.isBefore(since)) {
                known.findParents(field).forEach(parent -> ((ObjectNode) parent).remove(field));
            }
        });
        return known;
    }
}
