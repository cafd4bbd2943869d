package io.github.asltestkit.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.DefinitionOptions;
import io.github.asltestkit.definition.LoadedDefinition;
import io.github.asltestkit.diagnostic.Diagnostic;
import io.github.asltestkit.diagnostic.DiagnosticFormat;
import io.github.asltestkit.internal.parse.DefinitionLoader;
import io.github.asltestkit.internal.validate.ValidationOptions;
import io.github.asltestkit.internal.validate.Validator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Loads and validates what people have ({@code -Dcorpus.dir}, default {@code ../shared/corpus}) by its index: real
 * definitions and templates have no error, and what validators refuse is refused.
 */
class CorpusTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]+)}");
    private static final Pattern RESOURCE =
            Pattern.compile("\\bResource\"?\\s*:\\s*[\"']?\\$\\{([^}]+)}[\"']?\\s*[,}\\n]");

    /** What is in no state to be loaded by anybody, with the reason. */
    private static final Map<String, String> NOT_WHOLE = Map.ofEntries(
            Map.entry(
                    "guyernest+step-functions-agent/step-functions--agent-with-tools-flow-template.asl.json",
                    "a template whose states are added by a program: Choices lead to states it does not hold yet"),
            Map.entry(
                    "guyernest+step-functions-agent/step-functions--dynamic-agent-template.asl.json",
                    "a template whose Choices are put in by a program in place of DYNAMIC_ROUTING_CHOICES"),
            Map.entry(
                    "guyernest+step-functions-agent/step-functions--web-search-agent.asl.json",
                    "calls States.Default, which is no intrinsic function: AWS refuses it"),
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
    void what_people_deploy_has_no_error_and_what_validators_refuse_is_refused() {
        Path corpus = Shared.corpus();
        rows(corpus, "definitions", (folder, row) -> {
            if (row.path("kind").asText().equals("real")) {
                definition(folder, row.path("file").asText());
            }
        });
        rows(corpus, "embedding", this::embedding);
        rows(corpus, "invalid", this::invalid);
        shortcomings.forEach(System.out::println);
        System.out.println(passed + " passed, " + shortcomings.size() + " failed, " + skipped + " skipped");
        assertThat(shortcomings).isEmpty();
    }

    private static void rows(Path corpus, String part, BiConsumer<Path, JsonNode> judge) {
        Path folder = corpus.resolve(part);
        if (Files.isDirectory(folder)) {
            Shared.json(folder.resolve("index.json")).forEach(row -> judge.accept(folder, row));
        }
    }

    private void invalid(Path folder, JsonNode row) {
        String file = row.path("file").asText();
        LoadedDefinition loaded =
                validated(DefinitionLoader.load(file, Shared.text(folder.resolve(file)), DefinitionOptions.defaults()));
        InvalidDefinition definition = new InvalidDefinition(row, loaded);
        if (definition.isAcceptedByAws()) {
            skipped++;
            return;
        }
        List<String> untold = definition.untold();
        if (untold.isEmpty()) {
            passed++;
        } else {
            shortcomings.add(file + "\n  " + String.join("\n  ", untold));
        }
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

    /** A value for each placeholder such as it has when it is deployed: a function's ARN where it is a whole Resource. */
    private static Map<String, JsonNode> values(String text) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        Matcher resource = RESOURCE.matcher(text);
        while (resource.find()) {
            values.put(resource.group(1).trim(), text("arn:aws:lambda:us-east-1:123456789012:function:f"));
        }
        Matcher placeholder = PLACEHOLDER.matcher(text);
        while (placeholder.find()) {
            values.putIfAbsent(placeholder.group(1).trim(), text("value"));
        }
        return values;
    }

    private static JsonNode text(String value) {
        return JsonNodeFactory.instance.textNode(value);
    }

    private static LoadedDefinition validated(LoadedDefinition loaded) {
        Definition definition = loaded.definition();
        if (definition == null) {
            return loaded;
        }
        ValidationOptions options = new ValidationOptions(loaded.express(), Set.of());
        return new LoadedDefinition(
                definition,
                loaded.name(),
                loaded.express(),
                loaded.logicalId(),
                Validator.validateFurther(definition, loaded.diagnostics(), options),
                loaded.source());
    }

    private void judge(String what, LoadedDefinition read) {
        LoadedDefinition loaded = validated(read);
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
