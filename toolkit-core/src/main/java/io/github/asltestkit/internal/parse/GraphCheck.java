package io.github.asltestkit.internal.parse;

import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.definition.StateGraph;

/**
 * What a machine must have: a way to end, and if it has no other errors a way to every state. As measured on AWS, only the
 * machine itself needs a terminal state, not its branches and processors, and a machine without one is told nothing
 * about reachability.
 */
final class GraphCheck {
    private final Problems problems;
    private final Definition definition;

    GraphCheck(Problems problems, Definition definition) {
        this.problems = problems;
        this.definition = definition;
    }

    void check() {
        if (!definition.json().path("States").isObject()) {
            return;
        }
        if (transitions(definition.states()).hasTerminalState()) {
            if (problems.isWhole()) {
                reachable(definition.states());
            }
        } else {
            problems.ofMachine(Problems.MISSING_END, "Workflow has no terminal state", "/States");
        }
    }

    private void reachable(StateGraph graph) {
        transitions(graph).checkReachable(graph.startAt());
        for (State state : graph.states().values()) {
            for (StateGraph inner : state.graphs()) {
                reachable(inner);
            }
        }
    }

    private Transitions transitions(StateGraph graph) {
        String pointer = graph.pointer() + "/States";
        return new Transitions(problems, definition.json().at(pointer), pointer);
    }
}
