package io.github.asltestkit.internal.validate;

import io.github.asltestkit.definition.Catcher;
import io.github.asltestkit.definition.Choice;
import io.github.asltestkit.definition.Retrier;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.definition.StateGraph;
import io.github.asltestkit.definition.Transition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** The states that may come before each state. */
    static Map<String, List<State>> predecessors(StateGraph graph) {
        Map<String, List<State>> before = new HashMap<>();
        for (State state : graph.states().values()) {
            successors(state)
                    .forEach(next -> before.computeIfAbsent(next, name -> new ArrayList<>())
                            .add(state));
        }
        return before;
    }

    /**
     * The loops: states of which each may come after each other one, in the order of the definition. Tarjan's algorithm with
     * a stack of its own, as a definition may hold ten thousand states in a row.
     */
    static List<List<State>> loops(StateGraph graph) {
        return new Loops(graph).find();
    }

    private static final class Loops {
        private final StateGraph graph;
        private final Map<String, Integer> index = new HashMap<>();
        private final Map<String, Integer> low = new HashMap<>();
        private final Deque<String> open = new ArrayDeque<>();
        private final Set<String> onStack = new HashSet<>();
        private final List<List<State>> found = new ArrayList<>();

        private record Visit(String name, Iterator<String> rest) {}

        Loops(StateGraph graph) {
            this.graph = graph;
        }

        List<List<State>> find() {
            for (String name : graph.states().keySet()) {
                if (!index.containsKey(name)) {
                    visit(name);
                }
            }
            IdentityHashMap<State, Integer> order = new IdentityHashMap<>();
            graph.states().values().forEach(state -> order.put(state, order.size()));
            found.forEach(loop -> loop.sort(Comparator.comparing(order::get)));
            found.sort(Comparator.comparing(loop -> order.get(loop.get(0))));
            return found;
        }

        private void visit(String start) {
            Deque<Visit> visits = new ArrayDeque<>();
            visits.push(enter(start));
            while (!visits.isEmpty()) {
                Visit visit = visits.peek();
                if (visit.rest().hasNext()) {
                    String next = visit.rest().next();
                    if (!index.containsKey(next) && graph.states().containsKey(next)) {
                        visits.push(enter(next));
                    } else if (onStack.contains(next)) {
                        low.merge(visit.name(), index.getOrDefault(next, 0), Math::min);
                    }
                } else {
                    visits.pop();
                    leave(visit.name());
                    if (!visits.isEmpty()) {
                        low.merge(visits.peek().name(), low.getOrDefault(visit.name(), 0), Math::min);
                    }
                }
            }
        }

        private Visit enter(String name) {
            index.put(name, index.size());
            low.put(name, index.size() - 1);
            open.push(name);
            onStack.add(name);
            State state = graph.states().get(name);
            return new Visit(name, (state == null ? Set.<String>of() : successors(state)).iterator());
        }

        private void leave(String name) {
            if (!Objects.equals(low.get(name), index.get(name))) {
                return;
            }
            List<State> loop = new ArrayList<>();
            String member;
            do {
                member = open.pop();
                onStack.remove(member);
                State state = graph.states().get(member);
                if (state != null) {
                    loop.add(state);
                }
            } while (!member.equals(name));
            if (loop.size() > 1 || (loop.size() == 1 && successors(loop.get(0)).contains(name))) {
                found.add(loop);
            }
        }
    }
}
