package io.github.asltestkit.mock.lambda;

import static org.apiguardian.api.API.Status.MAINTAINED;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.integration.IntegrationPattern;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskReaction;
import io.github.asltestkit.integration.TaskReaction.Step;
import io.github.asltestkit.integration.TaskResource;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apiguardian.api.API;

/**
 * A handler as the answer of a mock, with the settings of its function. Immutable: each {@code with} method gives a changed
 * copy. The handler runs at once, on the engine's thread; {@link #taking(Duration)} says how long that takes on the virtual
 * clock.
 */
@API(status = MAINTAINED, since = "0.1")
public final class LambdaFunction implements Function<TaskCall, Object> {
    /** Lambda's own defaults. */
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    private static final int MEMORY_MEGABYTES = 128;
    private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(15);

    private final BiFunction<TaskCall, Context, Object> handler;
    private final Duration timeout;
    private final int memoryMegabytes;
    private final Duration duration;

    private LambdaFunction(
            BiFunction<TaskCall, Context, Object> handler, Duration timeout, int memoryMegabytes, Duration duration) {
        this.handler = handler;
        this.timeout = timeout;
        this.memoryMegabytes = memoryMegabytes;
        this.duration = duration;
    }

    static LambdaFunction of(BiFunction<TaskCall, Context, Object> handler) {
        return new LambdaFunction(handler, TIMEOUT, MEMORY_MEGABYTES, Duration.ZERO);
    }

    /**
     * The function's timeout, which its Context shows as the remaining time; 3 seconds where nothing is said, as in Lambda.
     *
     * @throws IllegalArgumentException if it is not positive, or longer than Lambda's 15 minutes
     */
    public LambdaFunction withTimeout(Duration newTimeout) {
        if (newTimeout.isZero() || newTimeout.isNegative() || newTimeout.compareTo(LONGEST_TIMEOUT) > 0) {
            throw new IllegalArgumentException(
                    "A function's timeout is positive and 15 minutes at most, but was " + newTimeout);
        }
        return new LambdaFunction(handler, newTimeout, memoryMegabytes, duration);
    }

    /** The function's memory in megabytes, which its Context shows; 128 where nothing is said, as in Lambda. */
    public LambdaFunction withMemory(int newMegabytes) {
        return new LambdaFunction(handler, timeout, newMegabytes, duration);
    }

    /**
     * How long an invocation takes on the virtual clock; no time where nothing is said. One that takes as long as the timeout
     * fails with {@code Sandbox.Timedout}, and its handler is not run.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public LambdaFunction taking(Duration newDuration) {
        if (newDuration.isNegative()) {
            throw new IllegalArgumentException(
                    "An invocation cannot take negative time, but was set to " + newDuration);
        }
        return new LambdaFunction(handler, timeout, memoryMegabytes, newDuration);
    }

    @Override
    public Object apply(TaskCall call) {
        TestContext context = new TestContext(call, timeout, memoryMegabytes);
        if (duration.compareTo(timeout) >= 0) {
            return reaction(new Step.Failed(timeout, "Sandbox.Timedout", timedOut(context)));
        }
        Object answer = handler.apply(call, context);
        if (answer instanceof TaskReaction failed && failed.steps().get(0) instanceof Step.Failed step) {
            return reaction(new Step.Failed(duration, step.error(), step.cause()));
        }
        JsonNode returned = returned(call, (JsonNode) answer);
        // What a function returns accepts the request of a callback; whoever has the token ends it.
        return call.resource().pattern() == IntegrationPattern.WAIT_FOR_TASK_TOKEN
                ? reaction(new Step.Submitted(duration, returned))
                : reaction(new Step.Succeeded(duration, returned));
    }

    private String timedOut(Context context) {
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        report.put("errorType", "Sandbox.Timedout");
        report.put(
                "errorMessage",
                String.format(
                        Locale.ROOT,
                        "RequestId: %s Error: Task timed out after %.2f seconds",
                        context.getAwsRequestId(),
                        timeout.toMillis() / 1000.0));
        return report.toString();
    }

    /** A reaction of its own is what the state sees: {@code lambda:invoke} has wrapped it. */
    static JsonNode returned(TaskCall call, JsonNode output) {
        TaskResource resource = call.resource();
        if (resource.kind() != TaskResource.Kind.SERVICE) {
            return output;
        }
        ObjectNode envelope = JsonNodeFactory.instance.objectNode();
        envelope.put("ExecutedVersion", "$LATEST");
        if (resource.service().startsWith("aws-sdk:")) {
            envelope.put("Payload", output.toString());
        } else {
            envelope.set("Payload", output);
        }
        envelope.put("StatusCode", 200);
        return envelope;
    }

    private static TaskReaction reaction(Step end) {
        return new TaskReaction(List.of(end));
    }
}
