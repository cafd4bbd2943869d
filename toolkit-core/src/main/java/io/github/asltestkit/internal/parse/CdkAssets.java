package io.github.asltestkit.internal.parse;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.DefinitionOptions.RelatedFiles;
import io.github.asltestkit.internal.spec.Partitions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the CDK puts a definition that is a file: beside the template, or for a stack of a {@code Stage} one folder up. The
 * file {@code *.assets.json} beside the template says it; LegacyStackSynthesizer writes none, but the hash is in the names of
 * its parameters.
 */
final class CdkAssets {
    private static final Pattern LEGACY = Pattern.compile("AssetParameters([0-9a-f]{64})");
    private static final List<String> ENDINGS = List.of(".json", ".yaml", ".yml", "");

    private CdkAssets() {}

    /**
     * The path of an asset from the template; null if it is none.
     *
     * @param written the location as the template writes it
     * @param resolved the location with its functions called
     */
    static @Nullable String path(JsonNode written, JsonNode resolved, String template, RelatedFiles files) {
        String key = resolved.path("Key").asText();
        String manifest = template.substring(template.lastIndexOf('/') + 1)
                .replaceFirst("(?:\\.nested)?\\.template\\.json$", ".assets.json");
        String text = key.isEmpty() || !manifest.endsWith(".assets.json") ? null : files.read(manifest);
        if (text != null) {
            PlacedJson assets = TextReader.read(manifest, text, new ArrayList<>());
            String path = assets == null ? null : path(assets.json(), key);
            if (path != null) {
                return path;
            }
        }
        Matcher legacy = LEGACY.matcher(written.toString());
        List<String> names = new ArrayList<>();
        if (legacy.find()) {
            ENDINGS.forEach(ending -> names.add("asset." + legacy.group(1) + ending));
        } else if (!key.isEmpty() && !key.contains("${")) {
            names.add("asset." + key.substring(key.lastIndexOf('/') + 1));
        }
        for (String name : names) {
            for (String path : List.of(name, "../" + name)) {
                if (files.read(path) != null) {
                    return path;
                }
            }
        }
        return null;
    }

    /** The region of the stack's environment; null if the template is none of the CDK's, or its stack is for any region. */
    static @Nullable String region(String template, RelatedFiles files) {
        String text = template.endsWith(".template.json") ? files.read("manifest.json") : null;
        PlacedJson manifest = text == null ? null : TextReader.read("manifest.json", text, new ArrayList<>());
        if (manifest == null) {
            return null;
        }
        String name = template.substring(template.lastIndexOf('/') + 1);
        for (JsonNode artifact : manifest.json().path("artifacts")) {
            String environment = artifact.path("environment").asText();
            String region = environment.substring(environment.lastIndexOf('/') + 1);
            if (artifact.at("/properties/templateFile").asText().equals(name) && Partitions.isRegion(region)) {
                return region;
            }
        }
        return null;
    }

    private static @Nullable String path(JsonNode assets, String key) {
        for (JsonNode file : assets.path("files")) {
            for (JsonNode destination : file.path("destinations")) {
                if (destination.path("objectKey").asText().equals(key)) {
                    return file.path("source").path("path").textValue();
                }
            }
        }
        return null;
    }
}
