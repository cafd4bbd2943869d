package io.github.asltestkit.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One element of {@code Catch}; {@code resultPath} is a {@code NullNode} where the definition says {@code null}. */
public record Catcher(
        List<String> errorEquals,
        String next,
        @Nullable JsonNode resultPath,
        @Nullable JsonNode output,
        @Nullable JsonNode assign,
        String pointer) {}
