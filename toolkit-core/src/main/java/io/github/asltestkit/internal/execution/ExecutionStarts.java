package io.github.asltestkit.internal.execution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.integration.StepFunctionsException;
import io.github.asltestkit.internal.json.JsonText;
import io.github.asltestkit.internal.spec.Quotas;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * StartExecution: which names and inputs it takes, and which execution it hands back.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html">StartExecution</a>
 */
final class ExecutionStarts {
    private final Engine engine;

    ExecutionStarts(Engine engine) {
        this.engine = engine;
    }

    /**
     * Starts an execution, or hands back the running one of the same name and input. Names of EXPRESS executions may
     * repeat.
     *
     * @param name its name, or null for one made from the seed
     * @param input the input as text, which becomes the text of its first events
     * @throws StepFunctionsException InvalidName, InvalidExecutionInput, ExecutionAlreadyExists, ValidationException
     */
    StartedExecution start(Machine machine, @Nullable String name, String input) {
        if (name != null) {
            Names.check(name);
        }
        JsonNode tree = read(input);
        ExecutionRun existing = name == null || machine.express() ? null : holder(machine, name);
        if (existing == null) {
            return new StartedExecution(engine.start(machine, name, tree, input), true);
        }
        if (existing.isRunning() && existing.input().equals(tree)) {
            return new StartedExecution(existing, false);
        }
        throw new StepFunctionsException(
                "ExecutionAlreadyExists", "Execution Already Exists: '" + existing.arn() + "'");
    }

    /** The execution that has the name; null where it is free. */
    private @Nullable ExecutionRun holder(Machine machine, String name) {
        ExecutionRun latest = engine.execution(engine.executionArn(machine, name));
        boolean free = latest != null
                && !latest.isRunning()
                && engine.nowMillis() - latest.stoppedMillis() > Quotas.NAME_SECONDS * 1000;
        return free ? null : latest;
    }

    private static JsonNode read(String input) {
        if (input.getBytes(StandardCharsets.UTF_8).length > Quotas.PAYLOAD_BYTES) {
            throw StepFunctionsException.tooLong("input", Quotas.PAYLOAD_BYTES);
        }
        if (input.isBlank()) {
            throw StepFunctionsException.invalidExecutionInput("Invalid execution input.");
        }
        try {
            return JsonText.parse(input);
        } catch (JsonProcessingException notJson) {
            throw StepFunctionsException.invalidExecutionInput(notJson.getOriginalMessage());
        }
    }
}
