package io.github.asltestkit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.asltestkit.Execution;
import io.github.asltestkit.HarnessOptions;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.definition.InvalidDefinitionException;
import io.github.asltestkit.diagnostic.Diagnostic;
import io.github.asltestkit.history.ExecutionStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs a measured case, and says where what came of it is not what AWS made of it. */
final class MeasuredJudge {
    private static final HarnessOptions OPTIONS =
            HarnessOptions.defaults().withAccount("123456789012").withRegion("us-east-1");
    private static final Comparator<JsonNode> NUMBERS_BY_VALUE = (a, b) ->
            a.equals(b) || a.isNumber() && b.isNumber() && a.decimalValue().compareTo(b.decimalValue()) == 0 ? 0 : 1;

    private final MeasuredCase measured;
    private final List<String> differences = new ArrayList<>();

    private MeasuredJudge(MeasuredCase measured) {
        this.measured = measured;
    }

    static Verdict judge(MeasuredCase measured) {
        MeasuredJudge judge = new MeasuredJudge(measured);
        try {
            if (measured.expect().has("validate")) {
                judge.compareDiagnostics();
            } else {
                judge.compareExecution();
            }
        } catch (RuntimeException | StackOverflowError thrown) {
            judge.differences.add("threw " + thrown);
        }
        return new Verdict(
                measured.id(),
                measured.kind(),
                judge.differences.isEmpty() ? Verdict.Outcome.PASSED : Verdict.Outcome.FAILED,
                judge.differences.isEmpty()
                        ? ""
                        : judge.differences.get(0).lines().findFirst().orElse(""));
    }

    // ---- definitions -------------------------------------------------------------------------------------------

    private void compareDiagnostics() {
        JsonNode expect = measured.expect();
        List<Diagnostic> errors = errors();
        same("validate", expect.path("validate").asText(), errors.isEmpty() ? "OK" : "FAIL");
        String messages = errors.stream().map(Diagnostic::message).collect(Collectors.joining("; "));
        if (expect.has("messages")) {
            same("messages", expect.path("messages").asText(), messages);
        }
        if (expect.has("message")
                && errors.stream()
                        .noneMatch(error ->
                                error.message().equals(expect.path("message").asText()))) {
            differences.add("message: expected " + expect.path("message") + " among " + messages);
        }
        if (expect.has("locations")) {
            ArrayNode locations = ConformanceCase.JSON.createArrayNode();
            errors.forEach(error -> locations.add(error.awsLocation()));
            same("locations", expect.path("locations"), locations);
        }
    }

    private List<Diagnostic> errors() {
        List<Diagnostic> found;
        try {
            found = StateMachine.parse("measured.asl.json", measured.definition())
                    .withType(measured.type())
                    .diagnostics();
        } catch (InvalidDefinitionException refused) {
            found = refused.diagnostics();
        }
        return found.stream().filter(Diagnostic::isError).toList();
    }

    // ---- executions --------------------------------------------------------------------------------------------

    private void compareExecution() {
        StateMachine machine =
                StateMachine.parse("measured.asl.json", measured.definition()).withType(measured.type());
        StateMachineHarness harness = StateMachineHarness.create(machine, OPTIONS, new MeasuredWorld(measured));
        measured.setUp(harness);
        Execution execution = harness.run(measured.input());
        JsonNode events = CaseNormalizer.parse(execution.history().toJson())
                .map(history -> history.path("events"))
                .orElseThrow();
        compareOutcome(measured.expect(), execution, outputText(events));
        compareEvents(events);
        if (measured.expect().has("child")) {
            List<Execution> all = harness.executions();
            if (all.size() < 2) {
                differences.add("child: no execution was started");
            } else {
                compareOutcome(measured.expect().path("child"), all.get(1), null);
            }
        }
    }

    private static @Nullable String outputText(JsonNode events) {
        return events.path(events.size() - 1)
                .path("executionSucceededEventDetails")
                .path("output")
                .textValue();
    }

    private void compareOutcome(JsonNode expect, Execution execution, @Nullable String outputText) {
        if (expect.has("status")
                && !expect.path("status").asText().equals(execution.status().name())) {
            differences.add("status: expected " + expect.path("status").asText() + " but was " + execution.status()
                    + " " + (execution.status() == ExecutionStatus.SUCCEEDED ? outputText : execution.error())
                    + " " + execution.cause());
        }
        if (expect.has("error")) {
            same("error", expect.path("error").textValue(), execution.error());
        }
        if (expect.has("cause")) {
            same("cause", expect.path("cause").textValue(), execution.cause());
        }
        String part = expect.path("causeContains").asText("");
        if (!String.valueOf(execution.cause()).contains(part)) {
            differences.add("cause: expected one with \"" + part + "\" but was " + execution.cause());
        }
        if (expect.has("output")) {
            same("output", expect.path("output"), orNull(execution.output()));
        }
        if (expect.has("outputText")) {
            same("outputText", expect.path("outputText").asText(), outputText);
        }
        if (expect.has("arrayOf")) {
            compareChoices(expect, orNull(execution.output()));
        }
    }

    private void compareChoices(JsonNode expect, JsonNode output) {
        if (output.size() != expect.path("length").asInt(output.size())) {
            differences.add("length: expected " + expect.path("length") + " but was " + output.size());
        }
        for (JsonNode item : output) {
            boolean known = false;
            for (JsonNode choice : expect.path("arrayOf")) {
                known |= choice.equals(NUMBERS_BY_VALUE, item);
            }
            if (!known) {
                differences.add("arrayOf: " + item + " is not one of " + expect.path("arrayOf"));
            }
        }
    }

    // ---- histories ---------------------------------------------------------------------------------------------

    private void compareEvents(JsonNode events) {
        JsonNode expect = measured.expect();
        if (expect.has("history")) {
            ArrayNode found = ConformanceCase.JSON.createArrayNode();
            events.forEach(
                    event -> found.addArray().add(event.path("type").asText()).add(event.path("previousEventId")));
            same("history", expect.path("history"), found);
        }
        if (expect.has("historyTail")) {
            compareTail(expect.path("historyTail"), events);
        }
        ArrayNode scheduled = ConformanceCase.JSON.createArrayNode();
        for (JsonNode event : events) {
            if (event.has("taskScheduledEventDetails")) {
                scheduled.add(parsed(event.path("taskScheduledEventDetails").path("parameters")));
            }
        }
        if (expect.has("scheduled")) {
            same("scheduled", expect.path("scheduled"), scheduled);
        }
        JsonNode output = parsed(TextNode.valueOf(String.valueOf(outputText(events))));
        if (expect.has("keySeq")) {
            ArrayNode keys = ConformanceCase.JSON.createArrayNode();
            collectKeys(parsed(at(expect.path("keySeq"), output, scheduled)), keys);
            same("keySeq", expect.path("keySeq").path("keys"), keys);
        }
        if (expect.has("sameAt")) {
            same("sameAt", expect.path("sameAt").path("value"), at(expect.path("sameAt"), output, scheduled));
        }
    }

    /** The last events: their types, and the types of those before them where the case names one. */
    private void compareTail(JsonNode expected, JsonNode events) {
        ArrayNode found = ConformanceCase.JSON.createArrayNode();
        for (int i = 0; i < expected.size(); i++) {
            JsonNode event = events.path(events.size() - expected.size() + i);
            JsonNode previous =
                    events.path(event.path("previousEventId").asInt() - 1).path("type");
            found.addArray()
                    .add(event.path("type"))
                    .add(expected.path(i).path(1).isNull() || previous.isMissingNode() ? NullNode.instance : previous);
        }
        same("historyTail", expected, found);
    }

    private static JsonNode at(JsonNode place, JsonNode output, JsonNode scheduled) {
        JsonNode node = place.path("of").asText().equals("scheduled") ? scheduled : output;
        for (JsonNode step : place.path("path")) {
            node = step.isInt() ? node.path(step.intValue()) : node.path(step.asText());
        }
        return node;
    }

    private static void collectKeys(JsonNode node, ArrayNode keys) {
        for (var member : node.properties()) {
            keys.add(member.getKey());
            collectKeys(member.getValue(), keys);
        }
        if (node.isArray()) {
            node.forEach(item -> collectKeys(item, keys));
        }
    }

    private static JsonNode parsed(JsonNode text) {
        return text.isTextual() ? CaseNormalizer.parse(text.textValue()).orElse(text) : text;
    }

    // ---- comparing ---------------------------------------------------------------------------------------------

    private static JsonNode orNull(@Nullable JsonNode node) {
        return node == null ? NullNode.instance : node;
    }

    private void same(String field, JsonNode expected, JsonNode actual) {
        if (!expected.equals(NUMBERS_BY_VALUE, actual)) {
            differences.add(field + ": expected " + expected + " but was " + actual);
        }
    }

    private void same(String field, @Nullable String expected, @Nullable String actual) {
        if (!Objects.equals(expected, actual)) {
            differences.add(field + ": expected \"" + expected + "\" but was \"" + actual + "\"");
        }
    }
}
