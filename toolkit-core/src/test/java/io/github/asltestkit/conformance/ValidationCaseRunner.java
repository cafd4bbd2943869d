package io.github.asltestkit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineType;
import io.github.asltestkit.definition.InvalidDefinitionException;
import io.github.asltestkit.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Compares what is said of a definition with what CreateStateMachine or ValidateStateMachineDefinition said of it. */
final class ValidationCaseRunner {

    Verdict run(ConformanceCase conformanceCase) {
        try {
            return Verdict.of(conformanceCase, difference(conformanceCase).orElse(""));
        } catch (RuntimeException | StackOverflowError thrown) {
            return Verdict.of(conformanceCase, "threw " + thrown);
        }
    }

    private static Optional<String> difference(ConformanceCase conformanceCase) {
        JsonNode expected = conformanceCase.expected();
        List<Diagnostic> errors = errors(conformanceCase);
        if (expected.has("diagnostics")) {
            return new RecordingMatcher()
                    .difference("diagnostics", expected.path("diagnostics"), asAnswered(errors))
                    .or(() -> same("result", expected.path("result").asText(), errors.isEmpty() ? "OK" : "FAIL"));
        }
        String message = expected.path("message").asText();
        return same("message", message.substring(message.indexOf("Invalid State Machine")), refusal(errors));
    }

    /** The message of CreateStateMachine's InvalidDefinition. */
    static String refusal(List<Diagnostic> errors) {
        return errors.isEmpty()
                ? "accepted"
                : errors.stream()
                        .map(error -> error.code() + ": " + error.message()
                                + (error.awsLocation() == null ? "" : " at " + error.awsLocation()))
                        .collect(Collectors.joining(", ", "Invalid State Machine Definition: '", "'"));
    }

    private static ArrayNode asAnswered(List<Diagnostic> errors) {
        ArrayNode answer = ConformanceCase.JSON.createArrayNode();
        for (Diagnostic error : errors) {
            var node = answer.addObject()
                    .put("severity", error.severity().name())
                    .put("code", error.code())
                    .put("message", error.message());
            if (error.awsLocation() != null) {
                node.put("location", error.awsLocation());
            }
        }
        return answer;
    }

    private static List<Diagnostic> errors(ConformanceCase conformanceCase) {
        String text = conformanceCase.tree().path("request").path("definition").asText(conformanceCase.definition());
        try {
            StateMachine machine = StateMachine.parse("recorded.asl.json", text);
            List<Diagnostic> found = machine.withType(
                            conformanceCase.isExpress() ? StateMachineType.EXPRESS : StateMachineType.STANDARD)
                    .diagnostics();
            return found.stream().filter(Diagnostic::isError).toList();
        } catch (InvalidDefinitionException refused) {
            return refused.diagnostics().stream().filter(Diagnostic::isError).toList();
        }
    }

    private static Optional<String> same(String field, String expected, String actual) {
        return expected.equals(actual)
                ? Optional.empty()
                : Optional.of(field + ": expected \"" + expected + "\" but was \"" + actual + "\"");
    }
}
