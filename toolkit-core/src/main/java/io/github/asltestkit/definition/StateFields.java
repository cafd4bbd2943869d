package io.github.asltestkit.definition;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * The fields that several state types share, as written: null where absent, {@code NullNode} where the definition says
 * {@code null} (which means something for {@code InputPath}, {@code OutputPath} and {@code ResultPath}).
 */
public record StateFields(
        @Nullable String comment,
        QueryLanguage queryLanguage,
        @Nullable JsonNode inputPath,
        @Nullable JsonNode outputPath,
        @Nullable JsonNode parameters,
        @Nullable JsonNode resultSelector,
        @Nullable JsonNode resultPath,
        @Nullable JsonNode arguments,
        @Nullable JsonNode output,
        @Nullable JsonNode assign) {}
