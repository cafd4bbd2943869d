package io.github.asltestkit.internal.validate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.asltestkit.corpus.Shared;
import io.github.asltestkit.diagnostic.Diagnostic;
import io.github.asltestkit.internal.parse.DefinitionParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What AWS ran is valid. */
class RecordedDefinitionsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void every_definition_that_aws_ran_is_valid() throws IOException {
        List<String> refused = new ArrayList<>();
        try (Stream<Path> files = Files.list(Shared.folder("conformance/cases"))) {
            for (Path file : files.sorted().toList()) {
                JsonNode recorded = MAPPER.readTree(file.toFile());
                if (recorded.path("definition").isObject()
                        && recorded.at("/expected/history").isArray()) {
                    boolean express = "EXPRESS".equals(recorded.path("type").asText());
                    collect(recorded.path("definition").toString(), express, file, refused);
                }
            }
        }
        assertThat(refused).isEmpty();
    }

    private static void collect(String text, boolean express, Path file, List<String> refused) {
        DefinitionParser.Parsed parsed = DefinitionParser.parse(file.toString(), text);
        if (parsed.definition() != null) {
            Validator.validate(parsed.definition(), new ValidationOptions(express, Set.of())).stream()
                    .filter(Diagnostic::isError)
                    .forEach(d ->
                            refused.add(d.location().line() + ":" + d.location().column() + " " + file.getFileName()
                                    + " " + d.location().pointer() + ": " + d.message()));
        }
    }
}
