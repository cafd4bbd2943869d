package io.github.asltestkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The comparison of API answers held against the recordings: the recorded answer is equal, a changed one is not. */
class ServiceCaseRunnerTest {

    private static List<ConformanceCase> recordings() {
        Path folder = CaseFolder.find();
        assumeTrue(Files.isDirectory(folder), () -> "There are no recordings at " + folder);
        return ConformanceCase.readAll(folder).stream()
                .filter(recording -> List.of("api", "test-state").contains(recording.kind()))
                .toList();
    }

    /** The recorded answer, as a service would give it. */
    private static JsonNode answered(JsonNode recorded) {
        String text = recorded.isTextual()
                ? recorded.asText()
                : recorded.path("exception_value").asText();
        if (text.isEmpty() && !recorded.isTextual()) {
            ObjectNode answer = recorded.deepCopy();
            answer.remove(List.of("ResponseMetadata", "message"));
            return answer;
        }
        ObjectNode answer = ConformanceCase.JSON.createObjectNode();
        answer.putObject("Error")
                .put("Code", text.replaceFirst("(?s)An error occurred \\((\\w+)\\).*", "$1"))
                .put(
                        "Message",
                        text.replaceFirst("An error occurred \\(\\w+\\) when calling the \\w+ operation: ", ""));
        return answer;
    }

    @Test
    void a_recorded_answer_is_equal_to_itself_and_another_is_not() {
        for (ConformanceCase recording : recordings()) {
            for (var field : recording.tree().path("recordedContent").properties()) {
                JsonNode recorded = field.getValue();
                ObjectNode answer = (ObjectNode) answered(recorded);
                String place = recording.id() + " " + field.getKey();
                assertThat(ServiceCaseRunner.answerDiffers(place, new RecordingMatcher(), recorded, answer))
                        .isEmpty();
                ObjectNode changed = answer.deepCopy();
                if (changed.has("Error")) {
                    ((ObjectNode) changed.path("Error")).put("Code", "AnotherException");
                } else {
                    changed.put("furtherField", true);
                }
                assertThat(ServiceCaseRunner.answerDiffers(place, new RecordingMatcher(), recorded, changed))
                        .as(place)
                        .isPresent();
            }
        }
    }
}
