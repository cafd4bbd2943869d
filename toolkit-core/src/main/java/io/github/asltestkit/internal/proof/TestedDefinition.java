package io.github.asltestkit.internal.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.QueryLanguage;
import io.github.asltestkit.definition.State;

/**
 * The definition that TestState is asked with: the state under test as it is written, in a machine of its own, where each state
 * that may follow is a Succeed state. What the state does depends on nothing else, so that a change of another state leaves its
 * proof valid, and a state within Map or Parallel is asked about like any other.
 */
public final class TestedDefinition {
    private TestedDefinition() {}

    /** The definition for a state of another one. */
    public static ObjectNode of(Definition definition, State state) {
        JsonNode written = definition.json().at(state.pointer());
        ObjectNode machine = JsonNodeFactory.instance.objectNode();
        if (state.fields().queryLanguage() == QueryLanguage.JSONATA && !written.has("QueryLanguage")) {
            machine.put("QueryLanguage", "JSONata");
        }
        machine.put("StartAt", state.name());
        ObjectNode states = machine.putObject("States");
        for (String next : state.successors()) {
            states.putObject(next).put("Type", "Succeed");
        }
        states.set(state.name(), written);
        return machine;
    }
}
