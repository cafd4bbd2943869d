package io.github.asltestkit.internal.validate;

import io.github.asltestkit.definition.State;
import io.github.asltestkit.definition.StateGraph;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** How the states of a graph lead to one another. */
final class Graphs {

    private Graphs() {}

    /** The states that may come before each state. */
    static Map<String, List<State>> predecessors(StateGraph graph) {
        Map<String, List<State>> before = new HashMap<>();
        for (State state : graph.states().values()) {
            state.successors()
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
            if (found.isEmpty()) {
                return found;
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
            return new Visit(name, (state == null ? Set.<String>of() : state.successors()).iterator());
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
            if (loop.size() > 1 || (loop.size() == 1 && loop.get(0).successors().contains(name))) {
                found.add(loop);
            }
        }
    }
}
