package io.github.asltestkit.internal.program;

import io.github.asltestkit.definition.Definition;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A compiled definition: immutable, shared by threads and executions.
 *
 * @param timeoutSeconds the machine's own {@code TimeoutSeconds}, or null
 * @param places where each Task state stands in its file, by its pointer: told with every call that it makes
 * @param leniency where calls may have other parameters than the catalogue knows
 */
public record Program(
        Definition definition,
        Graph graph,
        @Nullable Long timeoutSeconds,
        Map<String, String> places,
        RequestLeniency leniency) {

    public Program {
        places = Map.copyOf(places);
    }
}
