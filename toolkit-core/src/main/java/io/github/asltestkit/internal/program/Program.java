package io.github.asltestkit.internal.program;

import io.github.asltestkit.definition.Definition;
import org.jspecify.annotations.Nullable;

/**
 * A compiled definition: immutable, shared by threads and executions.
 *
 * @param timeoutSeconds the machine's own {@code TimeoutSeconds}, or null
 */
public record Program(
        Definition definition, Graph graph, @Nullable Long timeoutSeconds) {}
