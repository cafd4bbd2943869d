package io.github.asltestkit.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a definition is to be found in a file, and what its placeholders mean.
 *
 * @param logicalId which state machine, where a template holds several: its logical id; null where there is only one
 * @param substitutions the values of {@code ${Name}} placeholders, template parameters ({@code Name}) and attributes
 *     ({@code MyFunction.Arn}), by name; a value may be any JSON
 * @param files finds the files that a template names
 */
public record DefinitionOptions(@Nullable String logicalId, Map<String, JsonNode> substitutions, RelatedFiles files) {

    /** Finds the text of a file that a template names, such as its {@code DefinitionUri}. */
    @FunctionalInterface
    public interface RelatedFiles {
        /**
         * The text of a file.
         *
         * @param path the path as the template writes it; of an object in S3, its key
         * @return the text; null where there is no such file
         */
        @Nullable
        String read(String path);
    }

    /** Keeps the order in which the substitutions were given. */
    public DefinitionOptions {
        substitutions = new LinkedHashMap<>(substitutions);
    }

    /** No logical id, no substitutions, no other files. */
    public static DefinitionOptions defaults() {
        return new DefinitionOptions(null, Map.of(), path -> null);
    }

    public DefinitionOptions withLogicalId(@Nullable String id) {
        return new DefinitionOptions(id, substitutions, files);
    }

    /** These values besides those given before. */
    public DefinitionOptions withSubstitutions(Map<String, ? extends JsonNode> values) {
        Map<String, JsonNode> all = new LinkedHashMap<>(substitutions);
        all.putAll(values);
        return new DefinitionOptions(logicalId, all, files);
    }

    public DefinitionOptions withFiles(RelatedFiles related) {
        return new DefinitionOptions(logicalId, substitutions, related);
    }
}
