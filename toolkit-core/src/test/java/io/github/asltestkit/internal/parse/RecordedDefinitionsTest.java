package io.github.asltestkit.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.corpus.Shared;
import io.github.asltestkit.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What AWS ran has no errors; what AWS refused is refused with its code, message and location. */
class RecordedDefinitionsTest {
    private static final Set<String> RUN = Set.of("execution", "express-sync", "express-async", "mocked-execution");
    private static final Pattern EXCEPTION = Pattern.compile("Invalid State Machine Definition: '(.*) at (\\S+)'");

    /** Said by the rules about expressions and about the type of the machine, which look at the model. */
    private static final List<String> OTHER_LAYERS =
            List.of("must be a valid JSONPath or a valid intrinsic function call", "Express state machine does not");

    @Test
    void every_definition_that_AWS_ran_is_accepted() throws IOException {
        List<String> refused = new ArrayList<>();
        int read = 0;
        for (Path file : cases()) {
            JsonNode recorded = Shared.json(file);
            if (!RUN.contains(recorded.path("kind").asText()) || !recorded.hasNonNull("definition")) {
                continue;
            }
            read++;
            for (Diagnostic problem : parse(file, recorded).diagnostics()) {
                refused.add(file.getFileName() + ": " + problem);
            }
        }
        assertThat(refused).isEmpty();
        assertThat(read).isPositive();
    }

    @Test
    void every_definition_that_AWS_refused_is_refused_in_the_same_words() throws IOException {
        for (Path file : cases()) {
            JsonNode recorded = Shared.json(file);
            if (!recorded.path("kind").asText().equals("validation")) {
                continue;
            }
            List<String> expected = expected(recorded.path("recordedContent")).stream()
                    .filter(said -> OTHER_LAYERS.stream().noneMatch(said::contains))
                    .toList();
            assertThat(parse(file, recorded).diagnostics())
                    .as(file.getFileName().toString())
                    .extracting(d -> d.code() + ": " + d.message() + " at " + d.awsLocation())
                    .containsExactlyElementsOf(expected);
        }
    }

    private static List<Path> cases() throws IOException {
        try (Stream<Path> files = Files.list(Shared.folder("conformance").resolve("cases"))) {
            return files.sorted().toList();
        }
    }

    private static DefinitionParser.Parsed parse(Path file, JsonNode recorded) {
        JsonNode definition = recorded.path("definition");
        String text = definition.isTextual() ? definition.textValue() : definition.toPrettyString();
        boolean none = definition.isNull() || definition.isMissingNode();
        return DefinitionParser.parse(file.getFileName().toString(), none ? "{}" : text);
    }

    private static List<String> expected(JsonNode content) {
        List<String> expected = new ArrayList<>();
        for (JsonNode diagnostic : content.findValues("diagnostics")) {
            diagnostic.forEach(d -> expected.add(d.path("code").asText() + ": "
                    + d.path("message").asText() + " at "
                    + d.path("location").asText()));
        }
        Matcher refusal = EXCEPTION.matcher(content.findPath("exception_value").asText()
                + content.findPath("Message").asText());
        if (refusal.find()) {
            expected.add(refusal.group(1) + " at " + refusal.group(2));
        }
        return expected;
    }
}
