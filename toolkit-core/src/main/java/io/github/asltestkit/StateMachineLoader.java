package io.github.asltestkit;

import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.DefinitionOptions;
import io.github.asltestkit.definition.DefinitionSource;
import io.github.asltestkit.definition.InvalidDefinitionException;
import io.github.asltestkit.definition.LoadedDefinition;
import io.github.asltestkit.diagnostic.Diagnostic;
import io.github.asltestkit.diagnostic.DiagnosticFormat;
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
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** From a resource, a file or a text to a machine that can run. */
final class StateMachineLoader {

    private StateMachineLoader() {}

    static StateMachine load(String resource, DefinitionOptions options) {
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
        return parse(resource, text, options.withFiles(path -> {
            String given = options.files().read(path);
            return given != null ? given : beside(resource, path);
        }));
    }

    private static String onClassPath(String resource) {
        return resource.startsWith("/") ? resource.substring(1) : resource;
    }

    private static @Nullable String read(String resource) throws IOException {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        ClassLoader from = loader == null ? StateMachineLoader.class.getClassLoader() : loader;
        try (InputStream stream = from.getResourceAsStream(onClassPath(resource))) {
            if (stream != null) {
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
        Path file = Path.of(resource);
        return Files.isRegularFile(file) ? Files.readString(file) : null;
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
        LoadedDefinition loaded = validated(DefinitionLoader.load(sourceName, text, options));
        Definition definition = loaded.definition();
        if (definition == null || loaded.isRefused()) {
            throw new InvalidDefinitionException(message(sourceName, loaded, text), loaded.diagnostics());
        }
        return new StateMachine(
                loaded.name(),
                loaded.express() ? StateMachineType.EXPRESS : StateMachineType.STANDARD,
                definition,
                loaded.diagnostics(),
                ProgramCompiler.compile(definition));
    }

    /** With the problems that only a look at what was read can tell. */
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

    private static String message(String sourceName, LoadedDefinition loaded, String text) {
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
        long errors = loaded.diagnostics().stream().filter(Diagnostic::isError).count();
        return sourceName + " is not a valid state machine definition: " + errors + (errors == 1 ? " error" : " errors")
                + "\n\n" + DiagnosticFormat.text(loaded.diagnostics(), line);
    }
}
