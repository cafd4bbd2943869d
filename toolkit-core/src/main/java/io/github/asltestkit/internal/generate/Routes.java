package io.github.asltestkit.internal.generate;

import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.definition.StateGraph;
import io.github.asltestkit.internal.generate.Wish.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** The ways from state to state, and how far it is from each to a goal. */
final class Routes {
    private static final int BY_ERROR = 4;

    private final Map<String, List<Exit>> exits = new LinkedHashMap<>();
    private final Map<String, List<Exit>> entries = new HashMap<>();
    private final Map<String, State> states = new HashMap<>();
    private final Map<String, State> around = new HashMap<>();
    private final Map<String, StateGraph> graphs = new HashMap<>();

    /**
     * A way from one state to another.
     *
     * @param from the pointer of the one
     * @param to the pointer of the other
     * @param wish what should become of the one
     * @param cost how hard it is thought to be
     */
    record Exit(String from, String to, Wish wish, int cost) {}

    Routes(Definition definition) {
        add(definition.states(), null);
    }

    @Nullable
    State state(String pointer) {
        return states.get(pointer);
    }

    /** The Parallel or Map state around a state; null at the top. */
    @Nullable
    State around(State state) {
        return around.get(state.pointer());
    }

    /** The graph that a state is in. */
    StateGraph graph(State state) {
        StateGraph graph = graphs.get(state.pointer());
        if (graph == null) {
            throw new IllegalArgumentException("No state of the definition: " + state.name());
        }
        return graph;
    }

    List<Exit> exits(String state) {
        return exits.getOrDefault(state, List.of());
    }

    private void add(StateGraph graph, @Nullable State outer) {
        for (State state : graph.states().values()) {
            states.put(state.pointer(), state);
            graphs.put(state.pointer(), graph);
            if (outer != null) {
                around.put(state.pointer(), outer);
            }
        }
        for (State state : graph.states().values()) {
            exits(state, graph, outer);
            state.graphs().forEach(inner -> add(inner, state));
        }
    }

    private void exits(State state, StateGraph graph, @Nullable State outer) {
        if (state.transition() != null && state.transition().next() != null) {
            exit(state, graph.states().get(state.transition().next()), Wish.of(Kind.SUCCEED), 1);
        }
        if (state instanceof State.ChoiceState choice) {
            for (int i = 0; i < choice.choices().size(); i++) {
                exit(state, graph.states().get(choice.choices().get(i).next()), new Wish(Kind.RULE, i), 1);
            }
            exit(state, graph.states().get(String.valueOf(choice.defaultState())), Wish.of(Kind.RULE), 1);
        }
        for (int i = 0; i < state.catchers().size(); i++) {
            exit(state, graph.states().get(state.catchers().get(i).next()), new Wish(Kind.CATCHER, i), BY_ERROR);
        }
        for (int i = 0; i < state.graphs().size(); i++) {
            StateGraph inner = state.graphs().get(i);
            exit(state, inner.states().get(inner.startAt()), new Wish(Kind.INTO, i), 1);
        }
        if (outer != null && state.isTerminal() && outer.transition() != null) {
            StateGraph beyond = graphs.get(outer.pointer());
            String next = outer.transition().next();
            if (beyond != null && next != null) {
                exit(state, beyond.states().get(next), Wish.of(Kind.SUCCEED), 1);
            }
        }
    }

    private void exit(State from, @Nullable State to, Wish wish, int cost) {
        if (to != null) {
            Exit exit = new Exit(from.pointer(), to.pointer(), wish, cost);
            exits.computeIfAbsent(from.pointer(), key -> new ArrayList<>()).add(exit);
            entries.computeIfAbsent(to.pointer(), key -> new ArrayList<>()).add(exit);
        }
    }

    private record Reached(String state, int distance) {}

    /** How far it is from each state to the nearest of some; states from which none can be reached are absent. */
    Map<String, Integer> distances(List<State> targets, Map<Exit, Integer> penalties) {
        Map<String, Integer> known = new HashMap<>();
        PriorityQueue<Reached> open =
                new PriorityQueue<>(Comparator.comparingInt(Reached::distance).thenComparing(Reached::state));
        targets.forEach(target -> open.add(new Reached(target.pointer(), 0)));
        while (!open.isEmpty()) {
            Reached reached = open.remove();
            if (known.putIfAbsent(reached.state(), reached.distance()) == null) {
                for (Exit entry : entries.getOrDefault(reached.state(), List.of())) {
                    int distance = reached.distance() + entry.cost() + penalties.getOrDefault(entry, 0);
                    open.add(new Reached(entry.from(), distance));
                }
            }
        }
        return known;
    }
}
