package io.github.asltestkit.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.asltestkit.definition.DefinitionOptions;
import io.github.asltestkit.definition.LoadedDefinition;
import io.github.asltestkit.diagnostic.Diagnostic;
import io.github.asltestkit.diagnostic.DiagnosticFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Loads real definitions and templates ({@code -Dcorpus.dir}, default {@code ../shared/corpus}) by their index. */
class CorpusTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]+)}");

    /** What is in no state to be loaded by anybody, with the reason. */
    private static final Map<String, String> NOT_WHOLE = Map.ofEntries(
            Map.entry(
                    "guyernest+step-functions-agent/step-functions--agent-with-tools-flow-template.asl.json",
                    "a template whose states are added by a program: Choices lead to states it does not hold yet"),
            Map.entry(
                    "guyernest+step-functions-agent/step-functions--dynamic-agent-template.asl.json",
                    "a template whose Choices are put in by a program in place of DYNAMIC_ROUTING_CHOICES"),
            Map.entry(
                    "guyernest+step-functions-agent/step-functions--supervisor-with-agentcore.asl.json",
                    "a Map state with Arguments, which AWS refuses: Field 'Arguments' is not supported"),
            Map.entry(
                    "aws+aws-sam-cli-app-templates/ruby--step-func---cookiecutter-project-name---template",
                    "a cookiecutter template, which is YAML only once it is rendered"),
            Map.entry(
                    "aws+serverless-application-model/tests--translator--input--state-machine-with-xray-role",
                    "the definition is an object in S3"),
            Map.entry(
                    "localstack+localstack/tests--aws--templates--statemachine-machine-default-s3-location",
                    "the definition is an object in S3"),
            Map.entry(
                    "aws-samples+step-functions-workflows-collection/emit-and-wait--template",
                    "the definition is an object in S3"));

    private final List<String> shortcomings = new ArrayList<>();
    private int passed;
    private int skipped;

    @Test
    void real_definitions_and_embeddings_load_without_an_error() {
        Path corpus = Shared.corpus();
        for (JsonNode row : Shared.json(corpus.resolve("definitions/index.json"))) {
            if (row.path("kind").asText().equals("real")) {
                definition(corpus.resolve("definitions"), row.path("file").asText());
            }
        }
        for (JsonNode row : Shared.json(corpus.resolve("embedding/index.json"))) {
            embedding(corpus.resolve("embedding"), row);
        }
        shortcomings.forEach(System.out::println);
        System.out.println(passed + " passed, " + shortcomings.size() + " failed, " + skipped + " skipped");
        assertThat(shortcomings).isEmpty();
    }

    private void definition(Path folder, String file) {
        if (NOT_WHOLE.containsKey(file)) {
            skipped++;
            return;
        }
        String text = Shared.text(folder.resolve(file));
        DefinitionOptions options = DefinitionOptions.defaults().withSubstitutions(values(text));
        judge(file, DefinitionLoader.load(file, text, options));
    }

    private void embedding(Path folder, JsonNode row) {
        String dir = row.path("dir").asText();
        if (NOT_WHOLE.containsKey(dir)) {
            skipped++;
            return;
        }
        Path template = find(folder.resolve(dir), row.path("paths").path(0).asText());
        String text = Shared.text(template);
        DefinitionOptions options = DefinitionOptions.defaults().withFiles(path -> {
            Path file = template.resolveSibling(path);
            return Files.isRegularFile(file) ? Shared.text(file) : null;
        });
        String name = template.getFileName().toString();
        List<String> ids = DefinitionLoader.logicalIds(name, text);
        assertThat(ids).as(dir).isNotEmpty();
        for (String id : ids) {
            judge(dir + " " + id, DefinitionLoader.load(name, text, options.withLogicalId(id)));
        }
    }

    /** A row names the file in its repository; the corpus keeps what follows the template's folder. */
    private static Path find(Path dir, String path) {
        for (String rest = path; ; rest = rest.substring(rest.indexOf('/') + 1)) {
            if (Files.isRegularFile(dir.resolve(rest)) || !rest.contains("/")) {
                return dir.resolve(rest);
            }
        }
    }

    private static Map<String, JsonNode> values(String text) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            values.put(matcher.group(1).trim(), JsonNodeFactory.instance.textNode("value"));
        }
        return values;
    }

    private void judge(String what, LoadedDefinition loaded) {
        if (!loaded.isRefused()) {
            passed++;
            return;
        }
        List<Diagnostic> errors =
                loaded.diagnostics().stream().filter(Diagnostic::isError).toList();
        shortcomings.add(what + "\n"
                + DiagnosticFormat.text(
                        errors,
                        line -> loaded.source() == null ? "" : loaded.source().line(line)));
    }
}
