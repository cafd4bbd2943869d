package io.github.asltestkit.internal.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.DefinitionOptions;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a definition is validated for.
 *
 * @param express the state machine is an Express workflow
 * @param ignored the codes of warnings that are not wanted; {@code *} for all
 * @param optional the codes of warnings that are wanted though they are off unless asked for; {@code *} for all
 * @param inputSchema the JSON Schema of an execution's input, or null
 * @param resultSchemas the JSON Schemas of results, by the name of a Lambda function or of a state
 */
public record ValidationOptions(
        boolean express,
        Set<String> ignored,
        Set<String> optional,
        @Nullable JsonNode inputSchema,
        Map<String, JsonNode> resultSchemas) {
    public ValidationOptions {
        ignored = Set.copyOf(ignored);
        optional = Set.copyOf(optional);
        resultSchemas = Map.copyOf(resultSchemas);
    }

    /** Nothing known of the data. */
    public ValidationOptions(boolean express, Set<String> ignored) {
        this(express, ignored, Set.of(), null, Map.of());
    }

    /** What a user says of a definition. */
    public static ValidationOptions of(boolean express, DefinitionOptions given) {
        return new ValidationOptions(
                express, given.ignoredWarnings(), given.optionalWarnings(), given.inputSchema(), given.resultSchemas());
    }

    /** A Standard workflow, and every warning that is on. */
    public static ValidationOptions standard() {
        return new ValidationOptions(false, Set.of());
    }
}
