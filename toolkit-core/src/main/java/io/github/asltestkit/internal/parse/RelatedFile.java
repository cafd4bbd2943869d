package io.github.asltestkit.internal.parse;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.DefinitionOptions.RelatedFiles;
import io.github.asltestkit.definition.DefinitionSource;
import io.github.asltestkit.diagnostic.Diagnostic;
import io.github.asltestkit.diagnostic.Severity;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the file that a template names as a definition. */
final class RelatedFile {
    static final String NOT_FOUND = "DEFINITION_NOT_FOUND";

    private final DefinitionSource template;
    private final RelatedFiles files;
    private final List<Diagnostic> diagnostics;

    RelatedFile(DefinitionSource template, RelatedFiles files, List<Diagnostic> diagnostics) {
        this.template = template;
        this.files = files;
        this.diagnostics = diagnostics;
    }

    @Nullable
    PlacedJson read(String path, String pointer) {
        String text = text(path);
        return text == null
                ? problem("The file " + path + " cannot be read", pointer)
                : TextReader.read(path, text, diagnostics);
    }

    /** The definition in a file that CloudFormation reads, after its placeholders have their values. */
    @Nullable
    PlacedJson read(String path, Map<String, JsonNode> values, String pointer) {
        String text = text(path);
        return text == null
                ? problem("The file " + path + " cannot be read", pointer)
                : TextReader.readJsonThenYaml(path, text, values, diagnostics);
    }

    /** The file itself; of an object in S3 a file of its name, as the CDK also calls its assets. */
    private @Nullable String text(String path) {
        String text = files.read(path);
        if (text == null && path.startsWith("s3://")) {
            String key = path.substring(path.lastIndexOf('/') + 1);
            text = files.read(key);
            text = text == null ? files.read("asset." + key) : text;
        }
        return text;
    }

    @Nullable
    PlacedJson readS3(JsonNode location, Map<String, JsonNode> values, String pointer) {
        String bucket = location.path("Bucket").asText();
        return read("s3://" + bucket + "/" + location.path("Key").asText(), values, pointer);
    }

    @Nullable
    PlacedJson problem(String message, String pointer) {
        diagnostics.add(new Diagnostic(Severity.ERROR, NOT_FOUND, message, template.locate(pointer), null, null));
        return null;
    }
}
