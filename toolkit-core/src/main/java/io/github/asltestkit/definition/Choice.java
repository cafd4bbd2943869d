package io.github.asltestkit.definition;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** One element of {@code Choices}: a rule and where it leads. */
public record Choice(
        ChoiceRule rule,
        String next,
        @Nullable String comment,
        @Nullable JsonNode output,
        @Nullable JsonNode assign,
        String pointer) {}
