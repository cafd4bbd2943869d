package io.github.asltestkit.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.DefinitionOptions;
import io.github.asltestkit.definition.LoadedDefinition;
import io.github.asltestkit.diagnostic.Diagnostic;
import io.github.asltestkit.diagnostic.DiagnosticFormat;
import io.github.asltestkit.internal.parse.DefinitionLoader;
import io.github.asltestkit.internal.validate.ValidationOptions;
import io.github.asltestkit.internal.validate.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Loads and validates what people have ({@code -Dcorpus.dir}, default {@code ../shared/corpus}) by its index: real
 * definitions and templates have no error, and what validators refuse is refused.
 */
class CorpusTest {
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
                    "a Map state with Arguments, which AWS refuses: Field 'Arguments' is not supported"));

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

    private void rows(Path corpus, String part, BiConsumer<Path, JsonNode> judge) {
        Path folder = corpus.resolve(part);
        if (!Files.isDirectory(folder)) {
            return;
        }
        for (JsonNode row : Shared.json(folder.resolve("index.json"))) {
            try {
                judge.accept(folder, row);
            } catch (RuntimeException | StackOverflowError thrown) {
                shortcomings.add(row.path("file").asText(row.path("dir").asText()) + "\n  threw " + thrown);
            }
        }
    }

    private void skip(String what, String reason) {
        skipped++;
        System.out.println("skipped " + what + ": " + reason);
    }

    private void invalid(Path folder, JsonNode row) {
        String file = row.path("file").asText();
        LoadedDefinition loaded =
                validated(load(file, Shared.text(folder.resolve(file)), DefinitionOptions.defaults()));
        InvalidDefinition definition = new InvalidDefinition(row, loaded);
        if (definition.isAcceptedByAws()) {
            skip(file, "AWS accepts it");
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
            skip(file, NOT_WHOLE.getOrDefault(file, ""));
            return;
        }
        String text = Shared.text(folder.resolve(file));
        judge(file, file, text, DefinitionOptions.defaults().withSubstitutions(Placeholding.values(text)));
    }

    private void embedding(Path folder, JsonNode row) {
        String dir = row.path("dir").asText();
        boolean holdsOne = false;
        for (JsonNode path : row.path("paths")) {
            Path template = find(folder.resolve(dir), path.asText());
            String name = template.getFileName().toString();
            String text = Files.isRegularFile(template) ? Shared.text(template) : "";
            List<String> ids = DefinitionLoader.logicalIds(name, text);
            for (String id : ids) {
                embedded(dir + " " + id, template, text, id);
            }
            holdsOne |= !ids.isEmpty();
        }
        if (!holdsOne && (dir + row).contains("{{")) {
            skip(dir, "a template of a project generator, which is a file of its kind only once it is rendered");
        } else if (!holdsOne) {
            shortcomings.add(dir + "\n  no state machine was found in it");
        }
    }

    private void embedded(String what, Path template, String text, String id) {
        List<String> absent = new ArrayList<>();
        DefinitionOptions options = DefinitionOptions.defaults()
                .withLogicalId(id)
                .withFiles(path -> {
                    Path file = template.resolveSibling(path.replace("s3://", ""));
                    if (Files.isRegularFile(file)) {
                        return Shared.text(file);
                    }
                    absent.add(path);
                    return null;
                });
        LoadedDefinition loaded = load(template.getFileName().toString(), text, options);
        if (loaded.definition() == null && !absent.isEmpty() && !isIn(template, absent)) {
            skip(what, "the corpus does not hold the definition, which is " + absent.get(0));
        } else {
            judge(what, template.getFileName().toString(), text, options);
        }
    }

    /** Whether a file of one of these names is anywhere beside or below a template. */
    private static boolean isIn(Path template, List<String> names) {
        try (Stream<Path> files = Files.walk(template.toAbsolutePath().getParent())) {
            return files.anyMatch(file ->
                    names.stream().anyMatch(name -> file.endsWith(name.substring(name.lastIndexOf('/') + 1))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
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

    private static LoadedDefinition load(String name, String text, DefinitionOptions options) {
        return DefinitionLoader.load(name, text, options);
    }

    private static LoadedDefinition validated(LoadedDefinition loaded) {
        Definition definition = loaded.definition();
        if (definition == null) {
            return loaded;
        }
        ValidationOptions options = new ValidationOptions(loaded.express(), Set.of());
        return loaded.withDiagnostics(Validator.validateFurther(definition, loaded.diagnostics(), options));
    }

    private void judge(String what, String name, String text, DefinitionOptions options) {
        LoadedDefinition loaded = validated(load(name, text, options));
        Map<String, JsonNode> wanted = Placeholding.wanted(loaded.diagnostics());
        DefinitionOptions all = options.withSubstitutions(wanted);
        if (!wanted.isEmpty()) {
            loaded = validated(load(name, text, all));
        }
        if (!loaded.isRefused()) {
            StateMachine.parse(name, text, all);
            passed++;
            return;
        }
        LoadedDefinition refused = loaded;
        List<Diagnostic> errors =
                loaded.diagnostics().stream().filter(Diagnostic::isError).toList();
        shortcomings.add(what + "\n"
                + DiagnosticFormat.text(
                        errors,
                        line -> refused.source() == null ? "" : refused.source().line(line)));
    }
}
