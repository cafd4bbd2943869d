package io.github.asltestkit.internal.validate;

import io.github.asltestkit.definition.State;
import io.github.asltestkit.definition.StateGraph;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A state from which no path leads to an end. */
final class WayOutRule extends GraphRule {

    @Override
    public List<RuleInfo> about() {
        return List.of(RuleInfo.warning(
                "STATE_WITHOUT_WAY_OUT",
                "No path leads from a state to an end",
                "An execution that gets there never ends",
                "concepts-error-handling.html"));
    }

    @Override
    void check(StateGraph graph, Findings findings) {
        Deque<State> open = new ArrayDeque<>();
        for (State state : graph.states().values()) {
            if (state.isTerminal()) {
                open.add(state);
            }
        }
        if (open.isEmpty()) {
            return;
        }
        Map<String, List<State>> before = Graphs.predecessors(graph);
        Set<String> ending = new HashSet<>();
        while (!open.isEmpty()) {
            State state = open.remove();
            if (ending.add(state.name())) {
                open.addAll(before.getOrDefault(state.name(), List.of()));
            }
        }
        for (State state : graph.states().values()) {
            if (!ending.contains(state.name())) {
                findings.warning(
                        "STATE_WITHOUT_WAY_OUT",
                        "No path leads from '" + state.name() + "' to an end",
                        state.pointer(),
                        null);
            }
        }
    }
}
