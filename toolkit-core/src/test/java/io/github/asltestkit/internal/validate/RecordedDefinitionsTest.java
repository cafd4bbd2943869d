package io.github.asltestkit.internal.validate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.asltestkit.diagnostic.Diagnostic;
import io.github.asltestkit.internal.parse.DefinitionParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What AWS ran is valid, and so is what people deploy. */
class RecordedDefinitionsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Calls States.Default, which there is not, and has {@code \n} in a string: AWS refuses it too. */
    private static final String REFUSED_BY_AWS = "web-search-agent";

    /** Placeholders without values, and matters of style around JSONata, all of which AWS takes as text or as they are. */
    private static final List<String> ACCEPTED = List.of(
            "invalid-cfn-definition-substitutions",
            "py-11-valid-string-json",
            "invalid-json-surround-syntax-extra-spaces",
            "invalid-jsonata-surround-syntax-no-close",
            "invalid-jsonata-surround-syntax-no-open",
            "invalid-jsonata-surround-syntax-no-spaces");

    @Test
    void every_definition_that_aws_ran_is_valid() throws IOException {
        List<String> refused = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder("conformance/cases"))) {
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

    @Test
    void every_definition_that_people_deploy_is_valid() throws IOException {
        List<String> refused = new ArrayList<>();
        Path folder = folder("corpus/definitions");
        for (JsonNode row : MAPPER.readTree(folder.resolve("index.json").toFile())) {
            String file = row.path("file").asText();
            if ("real".equals(row.path("kind").asText()) && !file.contains(REFUSED_BY_AWS)) {
                collect(Files.readString(folder.resolve(file)), false, folder.resolve(file), refused);
            }
        }
        assertThat(refused).isEmpty();
    }

    @Test
    void what_validators_refuse_is_refused_but_for_what_aws_accepts() throws IOException {
        List<String> accepted = new ArrayList<>();
        Path folder = folder("corpus/invalid");
        for (JsonNode row : MAPPER.readTree(folder.resolve("index.json").toFile())) {
            String file = row.path("file").asText();
            String text = Files.readString(folder.resolve(file));
            List<String> refused = new ArrayList<>();
            if (DefinitionParser.parse(file, text).diagnostics().stream().noneMatch(Diagnostic::isError)) {
                collect(text, false, folder.resolve(file), refused);
                if (refused.isEmpty() && ACCEPTED.stream().noneMatch(file::contains)) {
                    accepted.add(file);
                }
            }
        }
        assertThat(accepted).isEmpty();
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

    private static Path folder(String name) {
        Path shared = Path.of(System.getProperty("shared.dir", ""));
        if (System.getProperty("shared.dir") == null) {
            for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
                if (Files.isDirectory(at.resolveSibling("shared"))) {
                    shared = at.resolveSibling("shared");
                    break;
                }
            }
        }
        Path folder = shared.resolve(name);
        Assumptions.assumeTrue(Files.isDirectory(folder), () -> "skipped: there is no folder " + folder);
        return folder;
    }
}
