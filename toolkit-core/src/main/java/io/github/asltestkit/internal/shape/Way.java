package io.github.asltestkit.internal.shape;

import io.github.asltestkit.definition.State;
import java.util.List;

/**
 * A way from the first state of a machine to one of its states. A Parallel or Map state that is followed by a state within it
 * stands for the branch or the iteration.
 *
 * @param turns the states, and how the way leaves each
 */
public record Way(List<Turn> turns) {
    /** Keeps a copy. */
    public Way {
        turns = List.copyOf(turns);
    }

    /** How a way leaves a state. */
    public enum By {
        /** The state succeeds. */
        NEXT,
        /** A rule of a Choice is true; its Default if the index is -1. */
        RULE,
        /** A Catcher catches. */
        CATCHER,
        /** Into a branch, or an iteration. */
        INTO,
        /** Not at all: the way ends here. */
        HERE
    }

    /**
     * A state on a way.
     *
     * @param index which rule, Catcher or graph; -1 where there is only one
     */
    public record Turn(State state, By by, int index) {}

    /** The states in order. */
    public List<State> states() {
        return turns.stream().map(Turn::state).toList();
    }
}
