package io.github.asltestkit.internal.program;

import io.github.asltestkit.internal.program.Step.MapStep;
import io.github.asltestkit.internal.program.Step.ParallelStep;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The compiled states of a machine, a branch or a Map's processor. */
public final class Graph {
    private final String startAt;
    private final Map<String, Step> steps;
    private final boolean hasLoops;

    Graph(String startAt, Map<String, Step> steps) {
        this.startAt = startAt;
        this.steps = Map.copyOf(steps);
        this.hasLoops = hasLoops(steps.values());
    }

    /** Whether states remain when those that nothing leads to are taken away, again and again. */
    private static boolean hasLoops(Collection<Step> steps) {
        Map<String, Integer> ways = new HashMap<>();
        for (Step step : steps) {
            for (String next : step.state().successors()) {
                ways.merge(next, 1, Integer::sum);
            }
        }
        Map<String, Step> left = new HashMap<>();
        Deque<Step> unreached = new ArrayDeque<>();
        for (Step step : steps) {
            left.put(step.name(), step);
            if (!ways.containsKey(step.name())) {
                unreached.add(step);
            }
        }
        while (!unreached.isEmpty()) {
            Step step = unreached.remove();
            left.remove(step.name());
            for (String next : step.state().successors()) {
                Step successor = left.get(next);
                if (successor != null && ways.merge(next, -1, Integer::sum) == 0) {
                    unreached.add(successor);
                }
            }
        }
        return !left.isEmpty();
    }

    /** Whether a state can be entered twice. */
    public boolean hasLoops() {
        return hasLoops;
    }

    /** The first state. */
    public Step start() {
        return step(startAt);
    }

    /** The state of a name. */
    public Step step(String name) {
        Step step = steps.get(name);
        if (step == null) {
            throw new IllegalStateException("A validated definition leads to a state it does not have: " + name);
        }
        return step;
    }

    /**
     * The way to a state in this graph or in one nested in it: the Parallel and Map states around it, outermost first, then
     * the state itself; empty where there is none of the name.
     */
    public List<Step> wayTo(String name) {
        Step own = steps.get(name);
        if (own != null) {
            return List.of(own);
        }
        for (Step step : steps.values()) {
            for (Graph nested : nested(step)) {
                List<Step> below = nested.wayTo(name);
                if (!below.isEmpty()) {
                    List<Step> way = new ArrayList<>(List.of(step));
                    way.addAll(below);
                    return List.copyOf(way);
                }
            }
        }
        return List.of();
    }

    private static List<Graph> nested(Step step) {
        if (step instanceof ParallelStep parallel) {
            return parallel.branches();
        }
        return step instanceof MapStep map ? List.of(map.processor()) : List.of();
    }
}
