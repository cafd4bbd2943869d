package io.github.asltestkit.internal.validate;

import io.github.asltestkit.definition.State;
import io.github.asltestkit.definition.StateGraph;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A loop in which nothing waits runs into the limit of 25,000 events within minutes if it does not end. */
final class LoopRule extends GraphRule {

    @Override
    void check(StateGraph graph, Findings findings) {
        Set<String> told = new HashSet<>();
        for (State state : graph.states().values()) {
            Set<String> after = Graphs.reachable(graph, state);
            if (!after.contains(state.name()) || told.contains(state.name())) {
                continue;
            }
            List<State> loop = graph.states().values().stream()
                    .filter(other -> after.contains(other.name())
                            && Graphs.reachable(graph, other).contains(state.name()))
                    .toList();
            loop.forEach(member -> told.add(member.name()));
            boolean waits = loop.stream().anyMatch(State.Wait.class::isInstance);
            boolean works = loop.stream()
                    .anyMatch(member -> member instanceof State.Parallel || member instanceof State.Mapping);
            if (!waits && !works) {
                findings.warning(
                        "LOOP_WITHOUT_WAIT",
                        "Nothing waits in the loop of '" + state.name()
                                + "': if it does not end, it ends at the limit of 25,000 events",
                        state.pointer(),
                        "add a Wait, or count the rounds");
            }
        }
    }
}
