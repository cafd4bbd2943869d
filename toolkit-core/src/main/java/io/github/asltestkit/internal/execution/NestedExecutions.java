package io.github.asltestkit.internal.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.integration.IntegrationPattern;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskReaction;
import io.github.asltestkit.internal.expression.JsonText;
import io.github.asltestkit.internal.program.Errors;
import io.github.asltestkit.internal.schedule.EventQueue;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Executions that start one another for real: {@code states:startExecution} in its four forms, and
 * {@code aws-sdk:sfn:startExecution}, of machines that the engine knows.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-stepfunctions.html">Start a new AWS Step
 *     Functions state machine from a running execution</a>
 */
final class NestedExecutions {
    private static final String SYNC_2 = "startExecution.sync:2";

    private final Engine engine;

    NestedExecutions(Engine engine) {
        this.engine = engine;
    }

    /** The machine that a call would start here, or null where it is no such call or the machine is not known. */
    @Nullable
    Machine target(TaskCall call) {
        String service = call.resource().service();
        boolean starts = call.resource().api().equals("startExecution")
                && (service.equals("states") || service.equals("aws-sdk:sfn"));
        JsonNode arn = call.parameters().get("StateMachineArn");
        return starts && arn != null && arn.isTextual() ? engine.machine(arn.textValue()) : null;
    }

    /** Starts the child; the caller's task goes on as its pattern says. */
    TaskReaction start(TaskCall call, Machine machine, TaskAttempt caller) {
        JsonNode parameters = call.parameters();
        JsonNode name = parameters.get("Name");
        boolean sdk = call.resource().service().startsWith("aws-sdk:");
        String prefix = sdk ? "Sfn" : "StepFunctions";
        if (name != null && engine.hasExecution(machine, name.asText())) {
            return TaskReaction.fail(
                    prefix + ".ExecutionAlreadyExistsException",
                    "Execution Already Exists: '" + engine.executionArn(machine, name.asText()) + "'");
        }
        if (machine.express() && call.resource().pattern() == IntegrationPattern.RUN_A_JOB) {
            return TaskReaction.fail(
                    prefix + ".StateMachineTypeNotSupportedException",
                    "This operation is not supported by this type of state machine");
        }
        JsonNode input = input(parameters.get("Input"));
        ExecutionRun child = engine.start(machine, name == null ? null : name.asText(), input, input);
        JsonNode started = started(call, child, sdk);
        return switch (call.resource().pattern()) {
            case RUN_A_JOB -> {
                boolean parsed = call.resource().action().equals(SYNC_2);
                caller.runsJob(child);
                child.onEnd = () -> engine.ready(() -> caller.take(ended(child, parsed)));
                yield new TaskReaction(List.of(new TaskReaction.Step.Submitted(Duration.ZERO, started)));
            }
            case WAIT_FOR_TASK_TOKEN ->
                new TaskReaction(List.of(new TaskReaction.Step.Submitted(Duration.ZERO, started)));
            case REQUEST_RESPONSE, ACTIVITY -> TaskReaction.succeed(started);
        };
    }

    /** {@code Input} is an object, or text that holds JSON; an empty object where it is absent. */
    private static JsonNode input(@Nullable JsonNode input) {
        if (input == null || input.isNull()) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (input.isTextual()) {
            JsonNode parsed = JsonText.tryParse(input.textValue());
            return parsed == null ? input : parsed;
        }
        return input;
    }

    private ObjectNode started(TaskCall call, ExecutionRun child, boolean sdk) {
        ObjectNode output = JsonNodeFactory.instance.objectNode();
        output.put("ExecutionArn", child.arn);
        if (sdk) {
            output.put("StartDate", EventQueue.instant(child.startedMillis).toString());
            return output;
        }
        String requestId =
                engine.ids().uuid("request " + call.executionArn() + " " + call.statePath() + " " + call.visit());
        ObjectNode metadata = output.putObject("SdkHttpMetadata");
        ObjectNode headers = metadata.putObject("HttpHeaders");
        headers.put("Content-Type", "application/x-amz-json-1.0");
        headers.put("x-amzn-RequestId", requestId);
        metadata.put("HttpStatusCode", 200);
        output.putObject("SdkResponseMetadata").put("RequestId", requestId);
        output.put("StartDate", child.startedMillis);
        return output;
    }

    /** What a run-a-job task sees when its child has ended: the child described, as its output or as its cause. */
    private static TaskReaction.Step ended(ExecutionRun child, boolean parsed) {
        JsonNode described = describe(child, parsed);
        return child.state() == ExecutionStatus.SUCCEEDED
                ? new TaskReaction.Step.Succeeded(Duration.ZERO, described)
                : new TaskReaction.Step.Failed(Duration.ZERO, Errors.TASK_FAILED, described.toString());
    }

    private static ObjectNode describe(ExecutionRun child, boolean parsed) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (child.cause() != null) {
            node.put("Cause", child.cause());
        }
        if (child.error() != null) {
            node.put("Error", child.error());
        }
        node.put("ExecutionArn", child.arn);
        put(node, "Input", child.input, parsed);
        node.putObject("InputDetails").put("Included", true);
        node.put("Name", child.name);
        JsonNode output = child.output();
        if (output != null) {
            put(node, "Output", output, parsed);
            node.putObject("OutputDetails").put("Included", true);
        }
        boolean redrivable = child.state() != ExecutionStatus.SUCCEEDED;
        node.put("RedriveCount", child.redriveCount);
        node.put("RedriveStatus", redrivable ? "REDRIVABLE" : "NOT_REDRIVABLE");
        if (!redrivable) {
            node.put("RedriveStatusReason", "Execution is SUCCEEDED and cannot be redriven");
        }
        node.put("StartDate", child.startedMillis);
        node.put("StateMachineArn", child.machine.arn());
        node.put("Status", child.state().name());
        node.put("StopDate", child.stoppedMillis());
        return node;
    }

    private static void put(ObjectNode node, String field, JsonNode value, boolean parsed) {
        if (parsed) {
            node.set(field, value);
        } else {
            node.put(field, value.toString());
        }
    }
}
