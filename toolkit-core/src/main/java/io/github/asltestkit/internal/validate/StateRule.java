package io.github.asltestkit.internal.validate;

import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.definition.StateGraph;

/** One thing that may be wrong with a state, wherever it stands. */
abstract class StateRule implements Rule {

    @Override
    public final void check(Definition definition, Findings findings) {
        check(definition.states(), findings);
    }

    private void check(StateGraph graph, Findings findings) {
        for (State state : graph.states().values()) {
            check(state, findings);
            for (StateGraph inner : state.graphs()) {
                check(inner, findings);
            }
        }
    }

    abstract void check(State state, Findings findings);
}
