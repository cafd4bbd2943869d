package io.github.asltestkit.internal.shape;

import io.github.asltestkit.definition.State;
import java.util.List;

/** Something wrong with the data flow of a definition. */
public sealed interface Flaw {

    /** The state in which it is. */
    State state();

    /**
     * A state reads what is not there, and fails.
     *
     * @param way the states of a way from the first state to this one on which that happens
     * @param everywhere whether it happens on every way to the state
     */
    record NeverThere(State state, DeadRead read, List<State> way, boolean everywhere) implements Flaw {}

    /** A comparison that is never true. */
    record NeverTrue(State state, DeadComparison comparison) implements Flaw {}
}
