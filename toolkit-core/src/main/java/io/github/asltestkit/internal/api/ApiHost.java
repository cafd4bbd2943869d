package io.github.asltestkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.InvalidDefinitionException;
import io.github.asltestkit.diagnostic.Diagnostic;
import io.github.asltestkit.internal.execution.Engine;
import io.github.asltestkit.internal.execution.Machine;
import java.util.List;

/** What the API asks of the harness that it is the API of. */
public interface ApiHost {

    /** A state machine that can run, and what it was made of. */
    record Hosted(Machine machine, Definition definition) {}

    Engine engine();

    /**
     * Makes a state machine, without making it known.
     *
     * @param definition Amazon States Language in JSON
     * @throws InvalidDefinitionException if it is refused
     */
    Hosted machine(String name, boolean express, String definition, String roleArn);

    /** Everything there is to say about a definition. */
    List<Diagnostic> diagnostics(String definition, boolean express);

    /** TestState. */
    JsonNode testState(JsonNode request);
}
