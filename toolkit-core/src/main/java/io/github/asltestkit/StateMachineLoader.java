package io.github.asltestkit;

import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.DefinitionSource;
import io.github.asltestkit.definition.InvalidDefinitionException;
import io.github.asltestkit.diagnostic.Diagnostic;
import io.github.asltestkit.diagnostic.DiagnosticFormat;
import io.github.asltestkit.internal.parse.DefinitionParser;
import io.github.asltestkit.internal.program.ProgramCompiler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** From a resource, a file or a text to a machine that can run. */
final class StateMachineLoader {

    private StateMachineLoader() {}

    static StateMachine load(String resource) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        ClassLoader from = loader == null ? StateMachineLoader.class.getClassLoader() : loader;
        String name = resource.startsWith("/") ? resource.substring(1) : resource;
        try (InputStream stream = from.getResourceAsStream(name)) {
            if (stream != null) {
                return parse(resource, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            }
            Path file = Path.of(resource);
            if (Files.isRegularFile(file)) {
                return parse(resource, Files.readString(file));
            }
        } catch (IOException unreadable) {
            throw new InvalidDefinitionException(
                    "The definition " + resource + " cannot be read: " + unreadable.getMessage(), List.of());
        }
        throw new InvalidDefinitionException(
                "There is no definition " + resource + "\n  looked for a class-path resource " + name
                        + "\n  and a file " + Path.of(resource).toAbsolutePath(),
                List.of());
    }

    static StateMachine parse(String sourceName, String text) {
        DefinitionParser.Parsed parsed = DefinitionParser.parse(sourceName, text);
        Definition definition = parsed.definition();
        List<Diagnostic> diagnostics = parsed.diagnostics();
        if (definition == null || diagnostics.stream().anyMatch(Diagnostic::isError)) {
            throw new InvalidDefinitionException(message(sourceName, diagnostics, parsed.source(), text), diagnostics);
        }
        return new StateMachine(
                name(sourceName),
                StateMachineType.STANDARD,
                definition,
                diagnostics,
                ProgramCompiler.compile(definition));
    }

    private static String message(
            String sourceName, List<Diagnostic> diagnostics, @Nullable DefinitionSource source, String text) {
        IntFunction<String> line = source != null
                ? source::line
                : number ->
                        text.lines().skip(Math.max(0, number - 1L)).findFirst().orElse("");
        long errors = diagnostics.stream().filter(Diagnostic::isError).count();
        return sourceName + " is not a valid state machine definition: " + errors + (errors == 1 ? " error" : " errors")
                + "\n\n" + DiagnosticFormat.text(diagnostics, line);
    }

    /** The file's name without its endings, with nothing in it that a state machine's name may not have. */
    private static String name(String sourceName) {
        String file = sourceName.substring(Math.max(sourceName.lastIndexOf('/'), sourceName.lastIndexOf('\\')) + 1);
        String base =
                file.replaceFirst("(\\.asl)?\\.(json|ya?ml|template|tf)$", "").replaceFirst("\\.asl$", "");
        String name = base.replaceAll("[^A-Za-z0-9_-]", "-");
        return name.isEmpty() ? "state-machine" : name.substring(0, Math.min(80, name.length()));
    }
}
