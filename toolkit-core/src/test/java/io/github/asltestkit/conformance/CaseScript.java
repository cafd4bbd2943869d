package io.github.asltestkit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskIntegration;
import io.github.asltestkit.integration.TaskReaction;
import io.github.asltestkit.integration.TaskReaction.Step;
import io.github.asltestkit.integration.UnmockedCallException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The world of a recording: every call gets the answer that AWS got, the calls told apart by state, parameters and order.
 * Events happen in the order of their recorded ids, a millisecond apart. A recorded timeout is silence: the clock does it.
 */
final class CaseScript implements TaskIntegration {
    private final CaseNormalizer normalizer;
    private final List<JsonNode> unused = new ArrayList<>();
    private final ConformanceCase conformanceCase;

    CaseScript(ConformanceCase conformanceCase, CaseNormalizer normalizer) {
        this.conformanceCase = conformanceCase;
        this.normalizer = normalizer;
        conformanceCase.interactions().forEach(unused::add);
    }

    @Override
    public TaskReaction call(TaskCall call) {
        if (isOfChild(call) && givesBackItsInput(call)) {
            return TaskReaction.succeed(call.parameters());
        }
        JsonNode interaction = take(call);
        List<Step> steps = new ArrayList<>();
        long scheduled = interaction.path("eventId").asLong();
        for (JsonNode event : interaction.path("outcome")) {
            Duration after = Duration.ofMillis(Math.max(0, event.path("eventId").asLong() - scheduled));
            step(call, event, after).ifPresent(steps::add);
        }
        return new TaskReaction(steps);
    }

    /** Whether a call of the state of this one was recorded and not used yet. */
    boolean has(TaskCall call) {
        return unused.stream()
                .anyMatch(interaction -> interaction.path("state").asText().equals(call.stateName()));
    }

    /** The histories of child executions were not recorded, and so their calls were not. */
    private static boolean isOfChild(TaskCall call) {
        return call.executionArn().contains("/");
    }

    /** The recorded tests' function that returns its event. */
    private boolean givesBackItsInput(TaskCall call) {
        for (JsonNode function : conformanceCase.tree().path("lambdaFunctions")) {
            if (call.resource().arn().endsWith(":" + function.path("name").asText())) {
                return function.path("file").asText().endsWith("/id_function.py");
            }
        }
        return false;
    }

    private JsonNode take(TaskCall call) {
        List<JsonNode> ofState = unused.stream()
                .filter(interaction -> interaction.path("state").asText().equals(call.stateName()))
                .toList();
        JsonNode parameters = normalizer.text(call.parameters().toString());
        JsonNode taken = ofState.stream()
                .filter(interaction -> sameParameters(interaction, parameters))
                .findFirst()
                .or(() -> ofState.stream().findFirst())
                .or(() -> inferred(call))
                .orElseThrow(() -> new UnmockedCallException(
                        "AWS made no such call: state " + call.stateName() + ", attempt " + call.attempt()));
        unused.remove(taken);
        return taken;
    }

    private static boolean sameParameters(JsonNode interaction, JsonNode parameters) {
        JsonNode recorded = CaseNormalizer.canonical(
                interaction.has("parameters") ? interaction.path("parameters") : interaction.path("input"));
        return new RecordingMatcher().difference("", recorded, parameters).isEmpty();
    }

    /** Where no history was recorded, an output of an error and a cause says how the one call failed. */
    private Optional<JsonNode> inferred(TaskCall call) {
        JsonNode output = conformanceCase.expected().path("output");
        if (conformanceCase.hasHistory() || output.size() != 2 || !output.has("Error") || !output.has("Cause")) {
            return Optional.empty();
        }
        var interaction = ConformanceCase.JSON.createObjectNode();
        interaction
                .put("state", call.stateName())
                .putArray("outcome")
                .addObject()
                .put("event", "TaskFailed")
                .put("error", output.path("Error").asText())
                .put("cause", output.path("Cause").asText());
        return Optional.of(interaction);
    }

    private static Optional<Step> step(TaskCall call, JsonNode event, Duration after) {
        String error = event.has("error") ? event.path("error").asText() : null;
        String cause = event.has("cause") ? text(event.path("cause")) : null;
        String type = event.path("event").asText();
        if (type.endsWith("Submitted")) {
            return Optional.of(new Step.Submitted(after, payload(event.path("output"))));
        }
        if (type.endsWith("Succeeded")) {
            return Optional.of(new Step.Succeeded(after, payload(event.path("output"))));
        }
        if (type.endsWith("SubmitFailed") || type.endsWith("ScheduleFailed")) {
            return Optional.of(new Step.SubmitFailed(after, error, cause));
        }
        if (type.endsWith("StartFailed")) {
            return Optional.of(new Step.StartFailed(after, error, cause));
        }
        if (type.endsWith("Failed")) {
            return Optional.of(new Step.Failed(after, error, cause));
        }
        if (type.equals("ActivityStarted")) {
            return Optional.of(new Step.Started(
                    after, event.has("workerName") ? event.path("workerName").asText() : null));
        }
        boolean clockDoesIt = call.timeoutSeconds() != null || call.heartbeatSeconds() != null;
        return type.endsWith("TimedOut") && !clockDoesIt
                ? Optional.of(new Step.TimedOut(after, error, cause))
                : Optional.empty();
    }

    /** A recorded payload: parsed where it was an object, else the JSON text. */
    private static JsonNode payload(JsonNode recorded) {
        return recorded.isTextual()
                ? CaseNormalizer.parse(recorded.textValue()).orElse(TextNode.valueOf(recorded.textValue()))
                : recorded;
    }

    private static String text(JsonNode recorded) {
        return recorded.isTextual() ? recorded.textValue() : recorded.toString();
    }

    @Override
    public CancelOutcome cancel(TaskCall call, AbortReason reason) {
        return new CancelOutcome(true, "");
    }
}
