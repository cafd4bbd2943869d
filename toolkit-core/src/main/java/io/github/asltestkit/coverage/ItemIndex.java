package io.github.asltestkit.coverage;

import io.github.asltestkit.definition.State;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/** Which items of an outline are a state's. Asked for each stay in a state, so it is looked up by the state itself. */
final class ItemIndex {
    private static final int[] NONE = {};

    private final IdentityHashMap<State, OfState> states = new IdentityHashMap<>();

    /** The item of the machine's own {@code TimeoutSeconds}; -1 where it has none. */
    int timeout = -1;

    /** Positions in the outline; -1 where the state has no such item. */
    static final class OfState {
        int state = -1;
        int transition = -1;
        int defaultState = -1;
        int timeout = -1;
        int heartbeat = -1;
        int noItem = -1;
        int oneItem = -1;
        int manyItems = -1;
        int[] rules = NONE;
        int[] rulesFalse = NONE;
        int[] retriers = NONE;
        int[] catchers = NONE;
        int[] branches = NONE;
    }

    OfState add(State state) {
        OfState of = new OfState();
        states.put(state, of);
        return of;
    }

    @Nullable
    OfState of(@Nullable State state) {
        return states.get(state);
    }
}
