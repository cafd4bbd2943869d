package io.github.asltestkit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineType;
import io.github.asltestkit.replay.PayloadComparison;
import io.github.asltestkit.replay.Recording;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A case as somebody would have saved it: the history as GetExecutionHistory gave it, and the definition beside it. */
final class RecordedCase {
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final Set<String> TEXTS =
            Set.of("input", "output", "parameters", "cause", "definition", "taskCredentials", "error");

    private final ConformanceCase conformanceCase;
    private final CaseNormalizer normalizer;

    RecordedCase(ConformanceCase conformanceCase) {
        this.conformanceCase = conformanceCase;
        this.normalizer = new CaseNormalizer(conformanceCase);
    }

    /** Whether it can be told as a history: where branches were sorted, the events have lost their ids. */
    static boolean isHistory(ConformanceCase conformanceCase) {
        return conformanceCase.kind().equals("execution")
                && conformanceCase.hasHistory()
                && !conformanceCase.hasSortedBranches();
    }

    StateMachine machine(JsonNode definition) {
        return StateMachine.parse("recorded.asl.json", definition.toString())
                .withType(conformanceCase.isExpress() ? StateMachineType.EXPRESS : StateMachineType.STANDARD);
    }

    JsonNode definition() {
        return CaseNormalizer.parse(conformanceCase.definition()).orElseThrow();
    }

    /** The recording: its placeholders stay as they are, times are a millisecond apart. */
    Recording recording() {
        ArrayNode events = ConformanceCase.JSON.createArrayNode();
        for (JsonNode recorded : CaseNormalizer.canonical(conformanceCase.history())) {
            ObjectNode event = (ObjectNode) asSent(recorded);
            event.put("timestamp", START.plusMillis(event.path("id").asLong()).toString());
            events.add(event);
        }
        ((ObjectNode) events.get(0).path("executionStartedEventDetails"))
                .put("input", conformanceCase.input())
                .put("roleArn", "arn:aws:iam::111111111111:role/asl-testkit");
        return Recording.parse(conformanceCase.id(), events.toString());
    }

    /** What the recorder parsed is text again. */
    private static JsonNode asSent(JsonNode node) {
        if (!node.isObject()) {
            return node;
        }
        ObjectNode copy = ConformanceCase.JSON.createObjectNode();
        for (var field : node.properties()) {
            boolean parsed = TEXTS.contains(field.getKey()) && field.getValue().isObject();
            copy.set(field.getKey(), parsed ? TextNode.valueOf(field.getValue().toString()) : asSent(field.getValue()));
        }
        return copy;
    }

    /** Ours is put through what the recording went through; placeholders are wildcards. */
    PayloadComparison comparison() {
        RecordingMatcher matcher = new RecordingMatcher();
        return (recorded, replayed) -> {
            Optional<String> found = matcher.difference(
                    "",
                    recorded.isTextual() && recorded.textValue().startsWith("{")
                            ? CaseNormalizer.parse(recorded.textValue()).orElse(recorded)
                            : recorded,
                    replayed.isTextual() ? normalizer.text(replayed.textValue()) : normalizer.payload(replayed));
            return found.map(text -> new PayloadComparison.Difference("", text, replayed.toString())).stream()
                    .toList();
        };
    }

    List<String> names() {
        return recording().inspection().path().stream().distinct().toList();
    }
}
