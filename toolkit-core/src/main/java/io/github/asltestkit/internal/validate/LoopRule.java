package io.github.asltestkit.internal.validate;

import io.github.asltestkit.definition.State;
import io.github.asltestkit.definition.StateGraph;
import io.github.asltestkit.integration.IntegrationPattern;
import io.github.asltestkit.integration.TaskResource;
import java.util.List;

/** A loop in which nothing waits runs into the limit of 25,000 events within minutes if it does not end. */
final class LoopRule extends GraphRule {

    @Override
    public List<RuleInfo> about() {
        return List.of(RuleInfo.warning(
                "LOOP_WITHOUT_WAIT",
                "Nothing waits in a loop",
                "A loop that does not end ends at the limit of 25,000 events, within minutes",
                "sfn-best-practices.html#bp-history-limit"));
    }

    @Override
    void check(StateGraph graph, Findings findings) {
        for (List<State> loop : Graphs.loops(graph)) {
            State first = loop.get(0);
            if (loop.stream().noneMatch(LoopRule::takesTime)) {
                findings.warning(
                        "LOOP_WITHOUT_WAIT",
                        "Nothing waits in the loop of '" + first.name()
                                + "': if it does not end, it ends at the limit of 25,000 events",
                        first.pointer(),
                        "add a Wait, or count the rounds");
            }
        }
    }

    /** Whether a state waits, works on many things, or waits for somebody else's work. */
    private static boolean takesTime(State state) {
        return state instanceof State.Wait
                || state instanceof State.Parallel
                || state instanceof State.MapState
                || (state instanceof State.Task task
                        && (Findings.isOpen(task.resource())
                                || TaskResource.parse(task.resource()).pattern()
                                        != IntegrationPattern.REQUEST_RESPONSE));
    }
}
