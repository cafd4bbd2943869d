package io.github.asltestkit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.Execution;
import io.github.asltestkit.HarnessOptions;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.StateMachineType;
import java.time.Instant;
import java.util.Optional;

/** Runs a case that is an execution, and compares what came of it. */
final class ExecutionCaseRunner {
    static final HarnessOptions OPTIONS = HarnessOptions.defaults()
            .withAccount("111111111111")
            .withRegion("us-east-1")
            .withStart(Instant.parse("2024-01-01T00:00:00Z"));

    Verdict run(ConformanceCase conformanceCase) {
        CaseNormalizer normalizer = new CaseNormalizer(conformanceCase);
        try {
            Execution execution = execute(conformanceCase, normalizer);
            Optional<String> found = compare(conformanceCase, normalizer, execution);
            if (found.isEmpty() && conformanceCase.kind().equals("mocked-execution")) {
                found = new MockFileRun(conformanceCase).difference();
            }
            return Verdict.of(conformanceCase, found.orElse(""));
        } catch (RuntimeException | StackOverflowError thrown) {
            return Verdict.of(conformanceCase, "threw " + thrown);
        }
    }

    static Execution execute(ConformanceCase conformanceCase, CaseNormalizer normalizer) {
        StateMachine machine = StateMachine.parse("recorded.asl.json", conformanceCase.definition())
                .withType(conformanceCase.isExpress() ? StateMachineType.EXPRESS : StateMachineType.STANDARD);
        StateMachineHarness harness =
                StateMachineHarness.create(machine, OPTIONS, new CaseScript(conformanceCase, normalizer));
        conformanceCase.setUp(harness.s3());
        if (conformanceCase.expected().path("status").asText().equals("ABORTED")) {
            return stopped(conformanceCase, harness);
        }
        return harness.run(conformanceCase.input());
    }

    private static Execution stopped(ConformanceCase conformanceCase, StateMachineHarness harness) {
        Execution execution = harness.start(conformanceCase.input());
        JsonNode details = conformanceCase
                .history()
                .path(conformanceCase.history().size() - 1)
                .path("executionAbortedEventDetails");
        harness.stop(
                execution,
                details.has("error") ? details.path("error").asText() : null,
                details.has("cause") ? details.path("cause").asText() : null);
        return execution;
    }

    private static Optional<String> compare(
            ConformanceCase conformanceCase, CaseNormalizer normalizer, Execution execution) {
        RecordingMatcher matcher = new RecordingMatcher();
        JsonNode expected = CaseNormalizer.canonical(conformanceCase.expected());
        Optional<String> history = conformanceCase.hasHistory()
                ? new HistoryComparer(matcher)
                        .compare(
                                conformanceCase,
                                CaseNormalizer.canonical(conformanceCase.history()),
                                normalizer.history(events(execution)))
                : Optional.empty();
        String status = execution.status().name();
        return history.or(() -> expected.path("status").isTextual()
                                && !expected.path("status").asText().equals(status)
                        ? Optional.of(
                                "status: expected " + expected.path("status").asText() + " but was " + status + " "
                                        + execution.error() + " " + execution.cause())
                        : Optional.<String>empty())
                .or(() -> outcomeDiffers(normalizer, execution, matcher, expected));
    }

    private static JsonNode events(Execution execution) {
        return CaseNormalizer.parse(execution.history().toJson())
                .map(history -> history.path("events"))
                .orElseThrow();
    }

    private static Optional<String> outcomeDiffers(
            CaseNormalizer normalizer, Execution execution, RecordingMatcher matcher, JsonNode expected) {
        JsonNode output = execution.output();
        String error = execution.error();
        String cause = execution.cause();
        Optional<String> found =
                differs("output", matcher, expected, output == null ? null : normalizer.payload(output));
        return found.or(() -> differs("error", matcher, expected, error == null ? null : normalizer.text(error)))
                .or(() -> differs("cause", matcher, expected, cause == null ? null : normalizer.text(cause)));
    }

    private static Optional<String> differs(
            String field, RecordingMatcher matcher, JsonNode expected, JsonNode actual) {
        JsonNode value = expected.get(field);
        if (value == null || value.isNull() && actual == null) {
            return Optional.empty();
        }
        return actual == null
                ? Optional.of(field + ": expected " + RecordingMatcher.shown(value) + " but was none")
                : matcher.difference(field, value, actual);
    }
}
