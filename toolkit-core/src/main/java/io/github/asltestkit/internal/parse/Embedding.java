package io.github.asltestkit.internal.parse;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.StateMachineSettings;
import io.github.asltestkit.diagnostic.Diagnostic;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file that holds the definitions of state machines. */
interface Embedding {

    /** The logical ids of the state machines, in the order of the file. */
    List<String> ids();

    /** What keeps the file from being read. */
    default List<Diagnostic> problems() {
        return List.of();
    }

    /** One of them. */
    Machine open(String id);

    /**
     * What a template says of a state machine.
     *
     * @param name its name, where the template says one that is known
     * @param region where it is deployed, if the template says a region that is known
     * @param settings tracing and logging
     * @param definition its definition, before substitutions; null where it cannot be had, which is then said in the
     *     diagnostics
     * @param substitutions what the template says of the definition's placeholders
     */
    record Machine(
            @Nullable String name,
            boolean express,
            @Nullable String region,
            StateMachineSettings settings,
            @Nullable PlacedJson definition,
            Map<String, JsonNode> substitutions,
            List<Diagnostic> diagnostics) {}
}
