package io.github.asltestkit.internal.parse;

import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Text to model and diagnostics. Never throws on bad input. */
public final class DefinitionParser {

    private DefinitionParser() {}

    /**
     * What became of a text.
     *
     * @param definition the model; null where an error keeps it from being made
     * @param diagnostics all problems found, sorted by place
     * @param source the text and the places of its values; null where it is not JSON
     */
    public record Parsed(
            @Nullable Definition definition,
            List<Diagnostic> diagnostics,
            io.github.asltestkit.definition.@Nullable DefinitionSource source) {}

    /** Reads a definition. */
    public static Parsed parse(String sourceName, String text) {
        List<Diagnostic> unreadable = new ArrayList<>();
        PlacedJson json = JsonReader.read(sourceName, text, unreadable);
        if (json == null || !unreadable.isEmpty()) {
            return new Parsed(null, unreadable, json);
        }
        Problems problems = new Problems(json);
        Definition definition = new MachineReader(json, problems).read();
        List<Diagnostic> found = problems.sorted();
        boolean refused = found.stream().anyMatch(Diagnostic::isError);
        return new Parsed(refused ? null : definition, found, json);
    }
}
