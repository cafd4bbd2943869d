package io.github.asltestkit.internal.validate;

import io.github.asltestkit.definition.State;
import io.github.asltestkit.definition.StateGraph;

/** A state from which no path leads to an end. */
final class WayOutRule extends GraphRule {

    @Override
    void check(StateGraph graph, Findings findings) {
        if (graph.states().values().stream().noneMatch(Graphs::isTerminal)) {
            return;
        }
        for (State state : graph.states().values()) {
            boolean ends = Graphs.isTerminal(state)
                    || Graphs.reachable(graph, state).stream()
                            .map(graph.states()::get)
                            .anyMatch(after -> after != null && Graphs.isTerminal(after));
            if (!ends) {
                findings.warning(
                        "STATE_WITHOUT_WAY_OUT",
                        "No path leads from '" + state.name() + "' to an end",
                        state.pointer(),
                        null);
            }
        }
    }
}
