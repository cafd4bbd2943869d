package io.github.asltestkit.internal.validate;

import io.github.asltestkit.definition.Catcher;
import io.github.asltestkit.definition.Choice;
import io.github.asltestkit.definition.Retrier;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.definition.StateGraph;
import io.github.asltestkit.definition.Transition;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the states of a graph lead to one another. */
final class Graphs {

    private Graphs() {}

    /** The branches of a Parallel state or the processor of a Map state. */
    static List<StateGraph> within(State state) {
        if (state instanceof State.Parallel parallel) {
            return parallel.branches();
        }
        return state instanceof State.Mapping map ? List.of(map.itemProcessor().states()) : List.of();
    }

    static @Nullable Transition transition(State state) {
        if (state instanceof State.Pass pass) {
            return pass.transition();
        }
        if (state instanceof State.Task task) {
            return task.transition();
        }
        if (state instanceof State.Wait wait) {
            return wait.transition();
        }
        if (state instanceof State.Parallel parallel) {
            return parallel.transition();
        }
        return state instanceof State.Mapping map ? map.transition() : null;
    }

    static List<Retrier> retriers(State state) {
        if (state instanceof State.Task task) {
            return task.retry();
        }
        if (state instanceof State.Parallel parallel) {
            return parallel.retry();
        }
        return state instanceof State.Mapping map ? map.retry() : List.of();
    }

    static List<Catcher> catchers(State state) {
        if (state instanceof State.Task task) {
            return task.catchers();
        }
        if (state instanceof State.Parallel parallel) {
            return parallel.catchers();
        }
        return state instanceof State.Mapping map ? map.catchers() : List.of();
    }

    static boolean isTerminal(State state) {
        Transition transition = transition(state);
        return state instanceof State.Succeed
                || state instanceof State.Fail
                || (transition != null && transition.end());
    }

    /** The names of the states that may follow. */
    static Set<String> successors(State state) {
        Set<String> names = new LinkedHashSet<>();
        Transition transition = transition(state);
        if (transition != null && transition.next() != null) {
            names.add(transition.next());
        }
        if (state instanceof State.Choose choose) {
            choose.choices().stream().map(Choice::next).forEach(names::add);
            if (choose.defaultState() != null) {
                names.add(choose.defaultState());
            }
        }
        catchers(state).stream().map(Catcher::next).forEach(names::add);
        return names;
    }

    /** The names of all states that may come after a state, itself among them only where it is in a loop. */
    static Set<String> reachable(StateGraph graph, State from) {
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(successors(from));
        while (!open.isEmpty()) {
            String name = open.remove();
            State state = graph.states().get(name);
            if (state != null && seen.add(name)) {
                open.addAll(successors(state));
            }
        }
        return seen;
    }
}
