package io.github.asltestkit.internal.expression;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.asltestkit.internal.expression.jsonpath.PayloadTemplate;
import io.github.asltestkit.internal.expression.jsonpath.ReferencePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Every path and every intrinsic function in the definitions that people wrote to be deployed compiles. */
class CorpusExpressionsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Calls States.Default, which there is not, and has {@code \\n} in a string: AWS refuses it too. */
    private static final String REFUSED_BY_AWS =
            "guyernest+step-functions-agent/step-functions--web-search-agent.asl.json";

    @Test
    void every_expression_of_a_real_definition_compiles() throws IOException {
        Path folder = Recordings.shared().resolve("corpus").resolve("definitions");
        Assumptions.assumeTrue(Files.isDirectory(folder), () -> "No definitions in " + folder);
        List<String> refused = new ArrayList<>();
        int compiled = 0;
        for (JsonNode row : MAPPER.readTree(folder.resolve("index.json").toFile())) {
            String file = row.path("file").asText();
            if ("real".equals(row.path("kind").asText()) && !file.equals(REFUSED_BY_AWS) && file.endsWith(".json")) {
                compiled += walk(MAPPER.readTree(folder.resolve(file).toFile()), file, refused);
            }
        }
        assertThat(refused).isEmpty();
        assertThat(compiled).isGreaterThan(1_000);
    }

    private static int walk(JsonNode node, String file, List<String> refused) {
        int compiled = 0;
        for (var field : node.properties()) {
            JsonNode value = field.getValue();
            String key = field.getKey();
            if (!value.isTextual() || value.textValue().contains("${")) {
                compiled += walk(value, file, refused);
            } else if (key.endsWith(".$") || key.equals("InputPath") || key.equals("OutputPath")) {
                compiled += compile(
                        () -> PayloadTemplate.compilePathOrIntrinsic(value.textValue(), key),
                        file + " " + key + ": " + value,
                        refused);
            } else if (key.equals("ResultPath")) {
                compiled += compile(() -> ReferencePath.compileTarget(value.textValue()), file + " " + value, refused);
            } else if (key.equals("Variable") || key.equals("ItemsPath")) {
                compiled += compile(() -> ReferencePath.compile(value.textValue()), file + " " + value, refused);
            }
        }
        if (node.isArray()) {
            for (JsonNode element : node) {
                compiled += walk(element, file, refused);
            }
        }
        return compiled;
    }

    private static int compile(Runnable compile, String what, List<String> refused) {
        try {
            compile.run();
        } catch (ExpressionSyntaxException e) {
            refused.add(what + " - " + e.getMessage() + " at " + e.offset());
        }
        return 1;
    }
}
