package io.github.asltestkit.internal.program;

import java.util.Map;

/** The compiled states of a machine, a branch or a Map's processor. */
public final class Graph {
    private final String startAt;
    private final Map<String, Step> steps;

    Graph(String startAt, Map<String, Step> steps) {
        this.startAt = startAt;
        this.steps = Map.copyOf(steps);
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
}
