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
import io.github.asltestkit.internal.parse.DefinitionLoader;
import io.github.asltestkit.internal.program.ProgramCompiler;
import io.github.asltestkit.internal.validate.ValidationOptions;
import io.github.asltestkit.internal.validate.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** From a resource, a file or a text to a machine that can run. */
final class StateMachineLoader {

    private StateMachineLoader() {}

    static StateMachine load(String resource, DefinitionOptions options) {
        return parse(resource, text(resource), withFilesBeside(resource, options));
    }

    static ValidationResult validate(String resource, DefinitionOptions options) {
        String text;
        try {
            text = text(resource);
        } catch (InvalidDefinitionException absent) {
            String message = String.valueOf(absent.getMessage());
            Diagnostic problem = new Diagnostic(
                    Severity.ERROR, "DEFINITION_NOT_FOUND", message, new Location(resource, 0, 0, ""), null, null);
            return new ValidationResult(resource, null, List.of(problem), message + "\n");
        }
        LoadedDefinition loaded =
                validated(DefinitionLoader.load(resource, text, withFilesBeside(resource, options)), options);
        String problems = loaded.diagnostics().isEmpty() ? "" : problems(resource, loaded, text);
        return new ValidationResult(resource, loaded.logicalId(), loaded.diagnostics(), problems);
    }

    static List<String> logicalIds(String resource) {
        return DefinitionLoader.logicalIds(resource, text(resource));
    }

    private static String text(String resource) {
        String text;
        try {
            text = read(resource);
        } catch (IOException unreadable) {
            throw new InvalidDefinitionException(
                    "The definition " + resource + " cannot be read: " + unreadable.getMessage(), List.of());
        }
        if (text == null) {
            throw new InvalidDefinitionException(
                    "There is no definition " + resource + "\n  looked for a class-path resource "
                            + onClassPath(resource) + "\n  and a file "
                            + Path.of(resource).toAbsolutePath(),
                    List.of());
        }
        return text;
    }

    private static DefinitionOptions withFilesBeside(String resource, DefinitionOptions options) {
        return options.withFiles(path -> {
            String given = options.files().read(path);
            return given != null ? given : beside(resource, path);
        });
    }

    private static String onClassPath(String resource) {
        return resource.startsWith("/") ? resource.substring(1) : resource;
    }

    private static @Nullable String read(String resource) throws IOException {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        ClassLoader from = loader == null ? StateMachineLoader.class.getClassLoader() : loader;
        try (InputStream stream = from.getResourceAsStream(onClassPath(resource))) {
            if (stream != null) {
                return decoded(stream.readAllBytes());
            }
        }
        Path file = Path.of(resource);
        return Files.isRegularFile(file) ? decoded(Files.readAllBytes(file)) : null;
    }

    /** UTF-8, or UTF-16 where a byte order mark says so; what is neither becomes a replacement character. */
    private static String decoded(byte[] bytes) {
        boolean big = bytes.length > 1 && (bytes[0] & 0xff) == 0xfe && (bytes[1] & 0xff) == 0xff;
        boolean little = bytes.length > 1 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xfe;
        return new String(bytes, big || little ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
    }

    /** A file that a template names by its path from the template. */
    private static @Nullable String beside(String template, String path) {
        try {
            Path sibling = Path.of(template).resolveSibling(path).normalize();
            return read(sibling.toString().replace('\\', '/'));
        } catch (IOException | InvalidPathException unreadable) {
            return null;
        }
    }

    static StateMachine parse(String sourceName, String text, DefinitionOptions options) {
        LoadedDefinition loaded = validated(DefinitionLoader.load(sourceName, text, options), options);
        Definition definition = loaded.definition();
        if (definition == null || loaded.isRefused()) {
            throw new InvalidDefinitionException(message(sourceName, loaded, text), loaded.diagnostics());
        }
        return new StateMachine(
                loaded.name(),
                loaded.express() ? StateMachineType.EXPRESS : StateMachineType.STANDARD,
                loaded.settings(),
                definition,
                loaded.diagnostics(),
                ProgramCompiler.compile(definition));
    }

    /** With the problems that only a look at what was read can tell. */
    private static LoadedDefinition validated(LoadedDefinition loaded, DefinitionOptions given) {
        Definition definition = loaded.definition();
        if (definition == null) {
            return loaded;
        }
        ValidationOptions options = new ValidationOptions(loaded.express(), given.ignoredWarnings());
        return loaded.withDiagnostics(Validator.validateFurther(definition, loaded.diagnostics(), options));
    }

    private static String problems(String sourceName, LoadedDefinition loaded, String text) {
        DefinitionSource source = loaded.source();
        boolean ofText = loaded.diagnostics().stream()
                .allMatch(d -> d.location().source().equals(sourceName));
        IntFunction<String> line;
        if (source != null) {
            line = source::line;
        } else if (ofText) {
            line = number ->
                    text.lines().skip(Math.max(0, number - 1L)).findFirst().orElse("");
        } else {
            line = number -> "";
        }
        return DiagnosticFormat.text(loaded.diagnostics(), line);
    }

    private static String message(String sourceName, LoadedDefinition loaded, String text) {
        long errors = loaded.diagnostics().stream().filter(Diagnostic::isError).count();
        return sourceName + " is not a valid state machine definition: " + errors + (errors == 1 ? " error" : " errors")
                + "\n\n" + problems(sourceName, loaded, text);
    }
}
