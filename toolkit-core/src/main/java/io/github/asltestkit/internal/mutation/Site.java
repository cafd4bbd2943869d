package io.github.asltestkit.internal.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.coverage.ItemKind;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.QueryLanguage;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.definition.StateGraph;
import java.util.List;

/** A state whose definition operators change. */
record Site(Definition definition, StateGraph graph, State state, JsonNode json) {

    static Site of(Definition definition, StateGraph graph, State state) {
        return new Site(definition, graph, state, definition.json().at(state.pointer()));
    }

    String name() {
        return state.name();
    }

    String at(String field) {
        return state.pointer() + "/" + field;
    }

    boolean isJsonata() {
        return state.fields().queryLanguage() == QueryLanguage.JSONATA;
    }

    /** A change that an execution can notice as soon as it enters the state. */
    Change change(String text, String pointer, List<Edit> edits, String replacement, String advice) {
        return new Change(name(), text, pointer, edits, replacement, ItemKind.STATE, state.pointer(), advice, null);
    }
}
