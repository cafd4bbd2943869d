package io.github.asltestkit.internal.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.Catcher;
import io.github.asltestkit.definition.Choice;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.definition.StateGraph;
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

/** Which variables some way into a state assigns. A transition assigns what the Assign that belongs to it names, no other. */
final class AssignedVariables {

    private AssignedVariables() {}

    /** A way from a state to the next, and what it assigns. */
    private record Way(@Nullable String next, @Nullable JsonNode assign) {}

    /** By the names of the states: what was assigned outside the graph, and on some way from its first state on. */
    static Map<String, Set<String>> before(StateGraph graph, Set<String> outer) {
        Map<String, Set<String>> before = new HashMap<>();
        for (String name : graph.states().keySet()) {
            before.put(name, new HashSet<>(outer));
        }
        Deque<State> open = new ArrayDeque<>(graph.states().values());
        while (!open.isEmpty()) {
            State state = open.remove();
            for (Way way : ways(state)) {
                State next = way.next() == null ? null : graph.states().get(way.next());
                if (next != null) {
                    Set<String> after = new HashSet<>(before.getOrDefault(state.name(), outer));
                    after.addAll(names(way.assign()));
                    if (before.computeIfAbsent(next.name(), name -> new HashSet<>())
                            .addAll(after)) {
                        open.add(next);
                    }
                }
            }
        }
        return before;
    }

    private static List<Way> ways(State state) {
        List<Way> ways = new ArrayList<>();
        JsonNode own = state.fields().assign();
        if (state.transition() != null) {
            ways.add(new Way(state.transition().next(), own));
        }
        if (state instanceof State.ChoiceState choose) {
            for (Choice choice : choose.choices()) {
                ways.add(new Way(choice.next(), choice.assign()));
            }
            ways.add(new Way(choose.defaultState(), own));
        }
        for (Catcher catcher : state.catchers()) {
            ways.add(new Way(catcher.next(), catcher.assign()));
        }
        return ways;
    }

    /** The variables that an Assign names. */
    private static Set<String> names(@Nullable JsonNode assign) {
        Set<String> names = new LinkedHashSet<>();
        if (assign != null) {
            assign.fieldNames().forEachRemaining(name -> names.add(Expressions.fieldName(name)));
        }
        return names;
    }
}
