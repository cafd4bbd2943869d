package io.github.asltestkit.internal.explore;

import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.Retrier;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.definition.StateGraph;
import io.github.asltestkit.internal.spec.ErrorMatcher;
import io.github.asltestkit.internal.spec.RetryDefaults;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where each state of a definition stands: the states around it, whose handlers may handle its errors. */
final class StatePlaces {
    private final Map<String, Place> byPointer = new HashMap<>();

    /**
     * A state and what is around it.
     *
     * @param state the state
     * @param around the Parallel and Map states around it, the innermost first
     * @param mayComeBack whether it may be entered again without a retry, as in a loop
     */
    record Place(State state, List<State> around, boolean mayComeBack) {

        /** The errors that a Retrier or Catcher on it or around it names. */
        Set<String> namedErrors() {
            Set<String> names = new LinkedHashSet<>();
            names(state, names);
            around.forEach(outer -> names(outer, names));
            return names;
        }

        private static void names(State state, Set<String> names) {
            state.retry().forEach(retrier -> names.addAll(retrier.errorEquals()));
            state.catchers().forEach(catcher -> names.addAll(catcher.errorEquals()));
        }

        /** Whether the state may be called again after an error. */
        boolean mayBeCalledAgain(@Nullable String error, boolean missedHeartbeat) {
            return mayComeBack
                    || retries(state, error, missedHeartbeat)
                    || around.stream().anyMatch(outer -> retries(outer, error, missedHeartbeat));
        }

        private static boolean retries(State state, @Nullable String error, boolean missedHeartbeat) {
            for (Retrier retrier : state.retry()) {
                if (new ErrorMatcher(retrier.errorEquals()).matches(error, missedHeartbeat)) {
                    Long most = retrier.maxAttempts();
                    return (most == null ? RetryDefaults.MAX_ATTEMPTS : most) > 0;
                }
            }
            return false;
        }
    }

    StatePlaces(Definition definition) {
        add(definition.states(), List.of(), false);
    }

    private void add(StateGraph graph, List<State> around, boolean inLoop) {
        for (State state : graph.states().values()) {
            boolean again = inLoop || reachesItself(graph, state);
            byPointer.put(state.pointer(), new Place(state, around, again));
            List<State> below = new ArrayList<>();
            below.add(state);
            below.addAll(around);
            state.graphs().forEach(nested -> add(nested, List.copyOf(below), again));
        }
    }

    private static boolean reachesItself(StateGraph graph, State state) {
        Deque<String> open = new ArrayDeque<>(state.successors());
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            String name = open.remove();
            State next = graph.states().get(name);
            if (next != null && seen.add(name)) {
                open.addAll(next.successors());
            }
        }
        return seen.contains(state.name());
    }

    /** The place of the state at a JSON pointer; null if there is none. */
    @Nullable
    Place at(String pointer) {
        return byPointer.get(pointer);
    }

    /** A Retrier or Catcher in words, by its pointer: {@code Retry[0]}. */
    static String field(String pointer) {
        int slash = pointer.lastIndexOf('/');
        int before = pointer.lastIndexOf('/', slash - 1);
        return pointer.substring(before + 1, slash) + "[" + pointer.substring(slash + 1) + "]";
    }
}
