package io.github.asltestkit.internal.validate;

import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.definition.StateGraph;

/** One thing that may be wrong with the way the states of a machine, branch or processor lead to one another. */
abstract class GraphRule implements Rule {

    @Override
    public final void check(Definition definition, Findings findings) {
        checkAll(definition.states(), findings);
    }

    private void checkAll(StateGraph graph, Findings findings) {
        check(graph, findings);
        for (State state : graph.states().values()) {
            for (StateGraph inner : state.graphs()) {
                checkAll(inner, findings);
            }
        }
    }

    abstract void check(StateGraph graph, Findings findings);
}
