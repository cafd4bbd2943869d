package io.github.asltestkit.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.DefinitionSource;
import io.github.asltestkit.internal.expression.ExpressionSyntaxException;
import io.github.asltestkit.internal.expression.jsonata.JsonataTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Every JSONata expression in the definitions that people wrote compiles. */
class CorpusJsonataTest {

    @Test
    void every_jsonata_expression_of_the_corpus_compiles() throws IOException {
        Path folder = Path.of(System.getProperty("shared.dir", "../../shared")).resolve("corpus/definitions");
        Assumptions.assumeTrue(Files.isDirectory(folder), () -> "No definitions in " + folder);
        List<String> refused = new ArrayList<>();
        int compiled = 0;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().matches(".*\\.(json|ya?ml)"))
                    .sorted()
                    .toList()) {
                if (file.getFileName().toString().equals("index.json")) {
                    continue;
                }
                DefinitionSource source = DefinitionParser.parse(
                                file.getFileName().toString(), Files.readString(file))
                        .source();
                compiled += source == null ? 0 : walk(source.json(), file.toString(), refused);
            }
        }
        assertThat(refused).isEmpty();
        assertThat(compiled).isGreaterThan(300);
    }

    private static int walk(JsonNode node, String where, List<String> refused) {
        if (JsonataTemplate.isExpression(node)) {
            try {
                JsonataTemplate.compile(node, "Output");
            } catch (ExpressionSyntaxException wrong) {
                refused.add(where + ": " + wrong.getMessage());
            }
            return 1;
        }
        int compiled = 0;
        for (JsonNode element : node) {
            compiled += walk(element, where, refused);
        }
        return compiled;
    }
}
