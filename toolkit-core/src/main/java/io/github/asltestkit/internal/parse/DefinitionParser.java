package io.github.asltestkit.internal.parse;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.DefinitionSource;
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
     * @param definition the model; null where an error keeps it from being made. Where there are errors, it holds what
     *     could be read, to be checked further but not to be run
     * @param diagnostics all problems found, sorted by place
     * @param source the text and the places of its values; null where it cannot be read
     */
    public record Parsed(
            @Nullable Definition definition,
            List<Diagnostic> diagnostics,
            @Nullable DefinitionSource source) {}

    /** Reads a definition in JSON or YAML. */
    public static Parsed parse(String sourceName, String text) {
        List<Diagnostic> unreadable = new ArrayList<>();
        PlacedJson json = TextReader.read(sourceName, text, unreadable);
        return json == null ? new Parsed(null, List.copyOf(unreadable), null) : parse(json, unreadable);
    }

    /** Reads a definition that is a tree already. */
    public static Parsed parse(DefinitionSource source) {
        return parse(source, List.of());
    }

    static Parsed parse(DefinitionSource source, List<Diagnostic> before) {
        Problems problems = new Problems(source);
        JsonNode json = source.json();
        if (!json.isObject()) {
            problems.ofMachine(Problems.SCHEMA, Problems.NO_OBJECT, "");
            return new Parsed(null, problems.sorted(before), source);
        }
        Definition definition = new MachineReader(source, problems).read();
        if (problems.isReadable()) {
            new GraphCheck(problems, definition).check();
        }
        return new Parsed(definition, problems.sorted(before), source);
    }
}
