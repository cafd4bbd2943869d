package io.github.asltestkit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.integration.StepFunctionsException;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes the calls of a case that is a sequence of API calls, or one TestState, and compares the answers. */
final class ServiceCaseRunner {
    private static final Pattern REFUSAL =
            Pattern.compile("An error occurred \\((\\w+)\\) when calling the \\w+ operation: (.*)", Pattern.DOTALL);
    private static final String CLIENT_REFUSED = "Parameter validation failed";

    private final Function<ConformanceCase, ServiceDoor> doors;

    /** @param doors a new service for each case */
    ServiceCaseRunner(Function<ConformanceCase, ServiceDoor> doors) {
        this.doors = doors;
    }

    Verdict run(ConformanceCase conformanceCase) {
        try {
            return Verdict.of(conformanceCase, difference(conformanceCase).orElse(""));
        } catch (RuntimeException | StackOverflowError thrown) {
            return Verdict.of(conformanceCase, "threw " + thrown);
        }
    }

    private Optional<String> difference(ConformanceCase conformanceCase) {
        JsonNode tree = conformanceCase.tree();
        CaseNormalizer normalizer = new CaseNormalizer(conformanceCase);
        RecordingMatcher matcher = new RecordingMatcher();
        ServiceDoor door = doors.apply(conformanceCase);
        JsonNode recorded = CaseNormalizer.canonical(tree.path("recordedContent"));
        if (!tree.has("calls")) {
            String key = tree.path("recordedKey").asText();
            if (refusedByClient(recorded.path(key))) {
                return Optional.empty();
            }
            JsonNode actual = call(door, normalizer, "TestState", tree.path("request"));
            return answerDiffers(key, matcher, recorded.path(key), actual);
        }
        GivenValues given = new GivenValues(matcher);
        for (JsonNode call : tree.path("calls")) {
            String key = call.path("recordedAs").path(0).asText();
            JsonNode expected = recorded.path(key);
            if (refusedByClient(expected)) {
                continue;
            }
            ServiceDoor named = (operation, request) -> {
                JsonNode answer = door.call(operation, given.named(request, expected));
                given.answered(answer);
                return answer;
            };
            JsonNode actual =
                    call(named, normalizer, operation(call.path("operation").asText()), call.path("request"));
            if (!expected.isMissingNode()) {
                Optional<String> found =
                        answerDiffers("call " + call.path("n").asText() + " " + key, matcher, expected, actual);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** Python's client did not send the call: there is nothing of the service to compare. */
    private static boolean refusedByClient(JsonNode expected) {
        return expected.asText().startsWith(CLIENT_REFUSED)
                || expected.path("exception_value").asText().startsWith(CLIENT_REFUSED);
    }

    private static String operation(String pythonName) {
        StringBuilder name = new StringBuilder();
        for (String word : pythonName.split("_")) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return name.toString();
    }

    /** What was answered; a refusal as {@code {"Error": {"Code", "Message"}}}. */
    private static JsonNode call(ServiceDoor door, CaseNormalizer normalizer, String operation, JsonNode request) {
        try {
            return normalizer.answer(door.call(operation, request));
        } catch (StepFunctionsException refused) {
            ObjectNode answer = ConformanceCase.JSON.createObjectNode();
            answer.putObject("Error").put("Code", refused.code()).put("Message", refused.detail());
            return normalizer.answer(answer);
        }
    }

    /** What an answer as Python shows it says of a refusal, such as {@code ValidationException: ...}; null if it is none. */
    static @Nullable String refusal(JsonNode recorded) {
        if (recorded.has("Error")) {
            JsonNode error = recorded.path("Error");
            return error.path("Code").asText() + ": " + error.path("Message").asText();
        }
        if (!recorded.isTextual() && !recorded.has("exception_value")) {
            return null;
        }
        String text = recorded.isTextual()
                ? recorded.asText()
                : recorded.path("exception_value").asText();
        Matcher said = REFUSAL.matcher(text);
        return said.matches()
                ? said.group(1) + ": " + said.group(2)
                : recorded.path("exception_typename").asText() + ": " + text;
    }

    /** Compares with an answer as Python shows it, in one of the three ways in which it shows a refusal. */
    static Optional<String> answerDiffers(String place, RecordingMatcher matcher, JsonNode recorded, JsonNode actual) {
        if (recorded.isTextual() || recorded.has("exception_value")) {
            String text = recorded.isTextual()
                    ? recorded.asText()
                    : recorded.path("exception_value").asText();
            JsonNode error = actual.path("Error");
            String code = error.path("Code").asText();
            String message = text.replaceFirst("An error occurred \\(\\w+\\) when calling the \\w+ operation: ", "");
            ObjectNode expected = ConformanceCase.JSON.createObjectNode();
            boolean named = text.contains("(" + code + ")")
                    || code.equals(recorded.path("exception_typename").asText());
            expected.put("Code", named ? code : text);
            expected.put("Message", message);
            return matcher.difference(place + "/Error", expected, error);
        }
        if (recorded.has("Error")) {
            return matcher.difference(place + "/Error", recorded.path("Error"), actual.path("Error"));
        }
        ObjectNode expected = recorded.deepCopy();
        expected.remove("ResponseMetadata");
        return matcher.difference(place, expected, actual);
    }
}
