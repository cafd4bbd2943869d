package io.github.asltestkit.internal.program;

import io.github.asltestkit.internal.program.Step.MapStep;
import io.github.asltestkit.internal.program.Step.ParallelStep;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    /** The state of a name, in this graph or in one nested in it; null where there is none. */
    public @Nullable Step find(String name) {
        Step own = steps.get(name);
        if (own != null) {
            return own;
        }
        for (Step step : steps.values()) {
            for (Graph nested : nested(step)) {
                Step found = nested.find(name);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static List<Graph> nested(Step step) {
        if (step instanceof ParallelStep parallel) {
            return parallel.branches();
        }
        return step instanceof MapStep map ? List.of(map.processor()) : List.of();
    }
}
