package io.github.asltestkit;

import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.DefinitionOptions;
import io.github.asltestkit.definition.DefinitionSource;
import io.github.asltestkit.definition.InvalidDefinitionException;
import io.github.asltestkit.definition.LoadedDefinition;
import io.github.asltestkit.diagnostic.Diagnostic;
import io.github.asltestkit.diagnostic.DiagnosticFormat;
import io.github.asltestkit.diagnostic.Location;
import io.github.asltestkit.diagnostic.Severity;
import io.github.asltestkit.internal.io.ClassPath;
import io.github.asltestkit.internal.io.FileNames;
import io.github.asltestkit.internal.message.Text;
import io.github.asltestkit.internal.parse.DefinitionLoader;
import io.github.asltestkit.internal.program.ProgramCompiler;
import io.github.asltestkit.internal.program.RequestLeniency;
import io.github.asltestkit.internal.validate.IgnoredWarnings;
import io.github.asltestkit.internal.validate.ValidationOptions;
import io.github.asltestkit.internal.validate.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** From a resource, a file or a text to a machine that can run. */
final class StateMachineLoader {
    /** The longest path that the usual file systems have, and more than a message bears. */
    private static final int LONGEST_NAME = 1_000;

    private StateMachineLoader() {}

    static StateMachine load(String resource, DefinitionOptions options) {
        DefinitionResource found = DefinitionResource.find(resource);
        return found.folder() == null
                ? parse(resource, text(found), withFilesBeside(resource, options))
                : machine(resource, inFolder(resource, options), "", withFilesIn(resource, options));
    }

    static ValidationResult validate(String resource, DefinitionOptions options) {
        DefinitionResource found = DefinitionResource.find(resource);
        boolean folder = found.folder() != null;
        String text;
        try {
            text = folder ? "" : text(found);
        } catch (InvalidDefinitionException absent) {
            String message = String.valueOf(absent.getMessage());
            Diagnostic problem = new Diagnostic(
                    Severity.ERROR, "DEFINITION_NOT_FOUND", message, new Location(resource, 0, 0, ""), null, null);
            return new ValidationResult(resource, null, List.of(problem), message + "\n");
        }
        DefinitionOptions all = folder ? withFilesIn(resource, options) : withFilesBeside(resource, options);
        LoadedDefinition loaded =
                validated(folder ? inFolder(resource, options) : DefinitionLoader.load(resource, text, all), options);
        String problems = loaded.diagnostics().isEmpty() ? "" : problems(resource, loaded, text, all);
        return new ValidationResult(resource, loaded.logicalId(), loaded.diagnostics(), problems);
    }

    static List<String> logicalIds(String resource) {
        DefinitionResource found = DefinitionResource.find(resource);
        if (found.folder() != null) {
            return DefinitionLoader.logicalIds(
                    resource, terraform(resource), withFilesIn(resource, DefinitionOptions.defaults()));
        }
        return DefinitionLoader.logicalIds(
                resource, Map.of(resource, text(found)), withFilesBeside(resource, DefinitionOptions.defaults()));
    }

    private static LoadedDefinition inFolder(String folder, DefinitionOptions options) {
        Map<String, String> texts = terraform(folder);
        if (texts.isEmpty()) {
            throw new InvalidDefinitionException(
                    "The folder " + folder
                            + " holds no Terraform files (*.tf, *.tf.json), the only definitions that are"
                            + " read from a folder.\n\nName the file of the definition.",
                    List.of());
        }
        return DefinitionLoader.load(folder, texts, withFilesIn(folder, options));
    }

    /** The Terraform files of a folder. */
    private static Map<String, String> terraform(String folder) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String name : DefinitionResource.list(folder)) {
            if (name.endsWith(".tf") || name.endsWith(".tofu") || name.endsWith(".tf.json")) {
                String file = folder.endsWith("/") ? folder + name : folder + "/" + name;
                texts.put(file, text(DefinitionResource.find(file)));
            }
        }
        return texts;
    }

    private static String text(DefinitionResource found) {
        String resource = found.name();
        String text;
        try {
            text = found.text();
        } catch (IOException | UncheckedIOException unreadable) {
            throw new InvalidDefinitionException(
                    "The definition " + Text.cut(resource, LONGEST_NAME) + " cannot be read: "
                            + unreadable.getMessage(),
                    List.of());
        }
        if (text == null) {
            NearDefinitions near = NearDefinitions.onClassPath();
            Path file = FileNames.path(resource);
            String shown = Text.cut(resource, LONGEST_NAME);
            String absolute =
                    file == null ? shown : Text.cut(file.toAbsolutePath().toString(), LONGEST_NAME);
            throw new InvalidDefinitionException(
                    "There is no definition " + shown + near.hint(resource)
                            + "\n  looked for a class-path resource " + ClassPath.relative(shown)
                            + "\n  and a file " + absolute + near.list(),
                    List.of());
        }
        return text;
    }

    private static DefinitionOptions withFilesBeside(String resource, DefinitionOptions options) {
        return options.withFiles(DefinitionResource.beside(resource, options.files()));
    }

    private static DefinitionOptions withFilesIn(String folder, DefinitionOptions options) {
        return withFilesBeside(folder + "/.", options);
    }

    static StateMachine parse(String sourceName, String text, DefinitionOptions options) {
        return machine(sourceName, DefinitionLoader.load(sourceName, text, options), text, options);
    }

    private static StateMachine machine(
            String sourceName, LoadedDefinition found, String text, DefinitionOptions options) {
        LoadedDefinition loaded = validated(found, options);
        Definition definition = loaded.definition();
        if (definition == null || loaded.isRefused()) {
            throw new InvalidDefinitionException(message(sourceName, loaded, text, options), loaded.diagnostics());
        }
        return new StateMachine(
                loaded.name(),
                loaded.express() ? StateMachineType.EXPRESS : StateMachineType.STANDARD,
                loaded.settings(),
                loaded.region(),
                definition,
                loaded.diagnostics(),
                ProgramCompiler.compile(definition, leniency(definition, options)));
    }

    /** A warning that is switched off says that the catalogue is wrong about the parameters, so that a call may have them. */
    private static RequestLeniency leniency(Definition definition, DefinitionOptions options) {
        IgnoredWarnings ignored = new IgnoredWarnings(definition, options.ignoredWarnings());
        return new RequestLeniency(ignored::allowUnknownParameter, ignored::allowMissingParameter);
    }

    /** With the problems that only a look at what was read can tell. */
    private static LoadedDefinition validated(LoadedDefinition found, DefinitionOptions given) {
        Set<String> ignored = given.ignoredWarnings();
        List<Diagnostic> heard = new ArrayList<>();
        for (Diagnostic problem : found.diagnostics()) {
            if (problem.isError() || !(ignored.contains("*") || ignored.contains(problem.code()))) {
                heard.add(problem);
            }
        }
        LoadedDefinition loaded = found.withDiagnostics(List.copyOf(heard));
        Definition definition = loaded.definition();
        if (definition == null) {
            return loaded;
        }
        ValidationOptions options = ValidationOptions.of(loaded.express(), given);
        return loaded.withDiagnostics(Validator.validateFurther(definition, loaded.diagnostics(), options));
    }

    private static String problems(String sourceName, LoadedDefinition loaded, String text, DefinitionOptions options) {
        Map<String, List<String>> texts = new HashMap<>();
        DefinitionSource source = loaded.source();
        return DiagnosticFormat.textOfFiles(loaded.diagnostics(), place -> {
            String file = place.source();
            return source != null && source.name().equals(file)
                    ? source.line(place.line())
                    : line(
                            texts.computeIfAbsent(
                                    file,
                                    name -> name.equals(sourceName)
                                            ? text.lines().toList()
                                            : lines(name, options)),
                            place.line());
        });
    }

    private static String line(List<String> lines, int number) {
        return number < 1 || number > lines.size() ? "" : lines.get(number - 1);
    }

    /** The lines of another file: of one that is named by its path from the first, or of one in a folder that is loaded. */
    private static List<String> lines(String file, DefinitionOptions options) {
        String text = options.files().read(file);
        try {
            text = text == null ? DefinitionResource.read(file) : text;
        } catch (IOException | InvalidPathException unreadable) {
            return List.of();
        }
        return text == null ? List.of() : text.lines().toList();
    }

    private static String message(String sourceName, LoadedDefinition loaded, String text, DefinitionOptions options) {
        long errors = loaded.diagnostics().stream().filter(Diagnostic::isError).count();
        return Text.cut(sourceName, LONGEST_NAME) + " is not a valid state machine definition: " + errors
                + (errors == 1 ? " error" : " errors") + "\n\n" + problems(sourceName, loaded, text, options);
    }
}
