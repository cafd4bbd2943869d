package io.github.asltestkit.internal.execution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.integration.IntegrationPattern;
import io.github.asltestkit.integration.StepFunctionsException;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskReaction;
import io.github.asltestkit.integration.TaskReaction.Step;
import io.github.asltestkit.internal.json.JsonText;
import io.github.asltestkit.internal.message.Timestamps;
import io.github.asltestkit.internal.spec.ErrorNames;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a state machine asks of Step Functions itself, done for real: {@code states:startExecution} in its four forms, and
 * of {@code aws-sdk:sfn} the actions on executions and task tokens; what else the API does is done above the engine. Only
 * what is about a machine, an execution, an Activity or a token of this engine is; the rest is for the test to script.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-stepfunctions.html">Start a new AWS Step
 *     Functions state machine from a running execution</a>
 */
final class SfnCalls {
    private static final String OPTIMIZED = "states";
    private static final String SDK = "aws-sdk:sfn";
    private static final String SYNC_2 = "startExecution.sync:2";
    private static final Duration LONG_POLL = Duration.ofSeconds(60);

    private final Engine engine;

    SfnCalls(Engine engine) {
        this.engine = engine;
    }

    /** Whether a call is one to Step Functions, whatever it is about. */
    static boolean isToStepFunctions(TaskCall call) {
        String service = call.resource().service();
        return service.equals(OPTIMIZED) || service.equals(SDK);
    }

    /** What comes of a call; null where it is about nothing of this engine. */
    @Nullable
    TaskReaction answer(TaskCall call, TaskAttempt caller) {
        try {
            return switch (call.resource().api()) {
                case "startExecution", "startSyncExecution" -> {
                    String arn = text(call, "StateMachineArn");
                    Machine machine = arn == null ? null : engine.machine(arn);
                    yield machine == null ? null : start(call, machine, caller);
                }
                case "describeExecution", "stopExecution", "redriveExecution" -> {
                    String arn = text(call, "ExecutionArn");
                    ExecutionRun run = arn == null ? null : engine.execution(arn);
                    yield run == null ? null : completed(call, onExecution(call, run));
                }
                case "sendTaskSuccess", "sendTaskFailure", "sendTaskHeartbeat" -> {
                    String token = text(call, "TaskToken");
                    yield token == null || !engine.tokens().hasIssued(token)
                            ? null
                            : completed(call, sendTask(call, token));
                }
                default -> isSdk(call) ? byApi(call) : null;
            };
        } catch (StepFunctionsException refused) {
            return refused(call, refused);
        }
    }

    /** A worker's poll lasts a minute, unless a task waits when it begins. */
    private @Nullable TaskReaction byApi(TaskCall call) {
        String action = call.resource().api();
        JsonNode response = engine.api().call(action, call.parameters());
        if (response == null) {
            return null;
        }
        return action.equals("getActivityTask") && response.isEmpty()
                ? new TaskReaction(List.of(new Step.Succeeded(LONG_POLL, response)))
                : completed(call, response);
    }

    private static @Nullable String text(TaskCall call, String parameter) {
        JsonNode value = call.parameters().path(parameter);
        return value.isTextual() ? value.textValue() : null;
    }

    private static boolean isSdk(TaskCall call) {
        return call.resource().service().equals(SDK);
    }

    /** A response; a callback goes on to wait for its token. */
    private static TaskReaction completed(TaskCall call, JsonNode response) {
        return call.resource().pattern() == IntegrationPattern.WAIT_FOR_TASK_TOKEN
                ? submitted(response)
                : TaskReaction.succeed(response);
    }

    private static TaskReaction submitted(JsonNode response) {
        return new TaskReaction(List.of(new Step.Submitted(Duration.ZERO, response)));
    }

    /** The error as the service's client puts it: that of the SDK's second version, or of the first (both recorded). */
    private TaskReaction refused(TaskCall call, StepFunctionsException refused) {
        String message = refused.detail();
        String name = refused.code().replaceFirst("(Exception)?$", "Exception");
        String error = (isSdk(call) ? "Sfn." : "StepFunctions.") + name;
        String cause = isSdk(call)
                ? message + " (Service: Sfn, Status Code: 400, Request ID: " + requestId(call)
                        + ") (SDK Attempt Count: 1)"
                : message + " (Service: AWSStepFunctions; Status Code: 400; Error Code: " + refused.code()
                        + "; Request ID: " + requestId(call) + "; Proxy: null)";
        return new TaskReaction(List.of(Step.refusal(call.resource().pattern(), Duration.ZERO, error, cause)));
    }

    private String requestId(TaskCall call) {
        return engine.ids().uuid("request " + call.executionArn() + " " + call.statePath() + " " + call.visit());
    }

    // ---- starting --------------------------------------------------------------------------------------------

    /** Starts the child; the caller's task goes on as its pattern says. */
    private TaskReaction start(TaskCall call, Machine machine, TaskAttempt caller) {
        boolean synchronously = call.resource().api().equals("startSyncExecution");
        boolean job = call.resource().pattern() == IntegrationPattern.RUN_A_JOB;
        if (machine.express() ? job : synchronously) {
            throw new StepFunctionsException(
                    "StateMachineTypeNotSupported", "This operation is not supported by this type of state machine");
        }
        String given = text(call, "Name");
        String name = given != null ? given : engine.ids().uuid("execution " + machine.name() + " " + caller.place());
        ExecutionRun child = engine.startExecution(
                        machine, name, input(call.parameters().get("Input")))
                .run();
        child.startedBy(caller.run());
        engine.loop().countStart(child);
        if (synchronously) {
            child.whenEnded(() -> engine.loop()
                    .ready(() -> caller.take(
                            new Step.Succeeded(Duration.ZERO, ExecutionDescription.ofSyncExecution(child)))));
            return TaskReaction.silence();
        }
        JsonNode started = started(call, child);
        return switch (call.resource().pattern()) {
            case RUN_A_JOB -> {
                boolean parsed = call.resource().action().equals(SYNC_2);
                caller.runsJob(child);
                child.whenEnded(() -> engine.loop().ready(() -> caller.take(ended(child, parsed))));
                yield submitted(started);
            }
            case WAIT_FOR_TASK_TOKEN -> submitted(started);
            case REQUEST_RESPONSE, ACTIVITY -> TaskReaction.succeed(started);
        };
    }

    /** {@code Input} is text that holds JSON, or the value itself; an empty object where it is absent. */
    private static String input(@Nullable JsonNode input) {
        if (input == null || input.isNull()) {
            return "{}";
        }
        return input.isTextual() ? input.textValue() : JsonText.write(input);
    }

    private ObjectNode started(TaskCall call, ExecutionRun child) {
        ObjectNode output = JsonNodeFactory.instance.objectNode();
        output.put("ExecutionArn", child.arn());
        if (isSdk(call)) {
            output.put("StartDate", Timestamps.text(child.startedMillis));
            return output;
        }
        String requestId = requestId(call);
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
    private static Step ended(ExecutionRun child, boolean parsed) {
        // The cause holds the input as text whatever the form of the call (measured).
        return child.state() == ExecutionStatus.SUCCEEDED
                ? new Step.Succeeded(Duration.ZERO, ExecutionDescription.ofJob(child, parsed))
                : new Step.Failed(
                        Duration.ZERO,
                        ErrorNames.TASK_FAILED,
                        JsonText.write(ExecutionDescription.ofJob(child, false)));
    }

    // ---- executions and tokens -------------------------------------------------------------------------------

    private JsonNode onExecution(TaskCall call, ExecutionRun run) {
        ObjectNode response = JsonNodeFactory.instance.objectNode();
        switch (call.resource().api()) {
            case "stopExecution" -> {
                engine.stop(run, text(call, "Error"), text(call, "Cause"));
                long stopped = run.isRunning() ? engine.nowMillis() : run.stoppedMillis();
                return response.put("StopDate", Timestamps.text(stopped));
            }
            case "redriveExecution" -> {
                engine.redrive(run);
                return response.put("RedriveDate", engine.now().toString());
            }
            default -> {
                if (run.express) {
                    throw StepFunctionsException.invalidArn("Resource type not valid in this context: express");
                }
                return ExecutionDescription.of(run, engine.nowMillis());
            }
        }
    }

    private JsonNode sendTask(TaskCall call, String token) {
        switch (call.resource().api()) {
            case "sendTaskSuccess" ->
                engine.sendTaskSuccess(
                        token, output(call.parameters().path("Output")), Reporter.caller(Reporter.SUCCESS));
            case "sendTaskFailure" ->
                engine.sendTaskFailure(
                        token, text(call, "Error"), text(call, "Cause"), Reporter.caller(Reporter.FAILURE));
            default -> engine.sendTaskHeartbeat(token, Reporter.caller(Reporter.HEARTBEAT));
        }
        return JsonNodeFactory.instance.objectNode();
    }

    /** {@code Output} is text that holds JSON, or the value itself. */
    private static JsonNode output(JsonNode given) {
        if (!given.isTextual()) {
            return given;
        }
        try {
            return JsonText.parse(given.textValue());
        } catch (JsonProcessingException notJson) {
            throw StepFunctionsException.invalidOutput(notJson.getOriginalMessage());
        }
    }
}
