package io.github.asltestkit.internal.parse;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.DefinitionOptions;
import io.github.asltestkit.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A {@code serverless.yml} with the serverless-step-functions plugin. */
final class ServerlessFile implements Embedding {
    private static final Pattern FILE = Pattern.compile("\\$\\{\\s*file\\(([^)]+)\\)\\s*(?::\\s*([^}]+))?}");

    private final PlacedJson file;
    private final DefinitionOptions options;
    private final Intrinsics intrinsics;

    ServerlessFile(PlacedJson file, DefinitionOptions options) {
        this.file = file;
        this.options = options;
        JsonNode resources = file.json().path("resources");
        this.intrinsics = new Intrinsics(resources, resources.path("Resources"), options.substitutions());
    }

    static boolean isOne(JsonNode tree) {
        return tree.path("stepFunctions").path("stateMachines").isObject();
    }

    private JsonNode machines() {
        return file.json().path("stepFunctions").path("stateMachines");
    }

    @Override
    public List<String> ids() {
        List<String> ids = new ArrayList<>();
        machines().fieldNames().forEachRemaining(ids::add);
        return ids;
    }

    @Override
    public Machine open(String id) {
        JsonNode machine = machines().path(id);
        String pointer = "/stepFunctions/stateMachines/" + PlacedJson.escape(id) + "/definition";
        List<Diagnostic> diagnostics = new ArrayList<>();
        JsonNode name = machine.path("name");
        return new Machine(
                name.isTextual() ? name.textValue() : null,
                machine.path("type").asText().equals("EXPRESS"),
                definition(machine.path("definition"), pointer, diagnostics),
                Map.of(),
                diagnostics);
    }

    private @Nullable PlacedJson definition(JsonNode definition, String pointer, List<Diagnostic> diagnostics) {
        RelatedFile related = new RelatedFile(file, options.files(), diagnostics);
        if (definition.isObject()) {
            return file.part(pointer, intrinsics.resolve(definition));
        }
        Matcher matcher = FILE.matcher(definition.asText());
        if (!matcher.matches()) {
            return related.problem("The state machine has no definition that can be read", pointer);
        }
        PlacedJson read = related.read(matcher.group(1).trim(), pointer);
        if (read == null) {
            return null;
        }
        String part = matcher.group(2) == null
                ? ""
                : "/" + PlacedJson.escape(matcher.group(2).trim()).replace(".", "/");
        return read.part(part, intrinsics.resolve(read.json().at(part)));
    }
}
