package io.github.asltestkit.internal.diff;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.Choice;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.definition.StateGraph;
import io.github.asltestkit.internal.diff.Observation.Visit;
import io.github.asltestkit.internal.diff.Side.Ran;
import io.github.asltestkit.internal.spec.ErrorMatcher;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Looks for scenarios that take what none has taken yet, in either definition: from each that did, it goes on with the values that
 * the Choice states on its way tell apart, with Maps of other lengths, and with one more call that goes wrong.
 */
final class Search {
    private static final int CONTEXTS = 2;
    private static final int MANY = 3;
    private static final int MOST_ITEMS = 42;

    private final Side before;
    private final Side after;
    private final Settings settings;
    private final Names names;
    private final Duel duel;
    private final RuleValues values;
    private final Deque<Trial> byValues = new ArrayDeque<>();
    private final Deque<Trial> byFaults = new ArrayDeque<>();
    private final Set<Trial> known = new HashSet<>();
    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> contexts = new HashMap<>();
    private final Set<String> faulted = new HashSet<>();
    private final Map<String, List<State>> handlersOf = new HashMap<>();

    Search(Side before, Side after, Settings settings, Names names, Duel duel) {
        this.before = before;
        this.after = after;
        this.settings = settings;
        this.names = names;
        this.duel = duel;
        this.values = new RuleValues(duel.data());
        handlers(before.definition().states(), List.of(), names);
        handlers(after.definition().states(), List.of(), Names.ALIKE);
    }

    private void handlers(StateGraph graph, List<State> around, Names today) {
        for (State state : graph.states().values()) {
            List<State> all = new ArrayList<>(around);
            all.add(state);
            handlersOf
                    .computeIfAbsent(today.path(state.name()), name -> new ArrayList<>())
                    .addAll(all);
            state.graphs().forEach(below -> handlers(below, all, today));
        }
    }

    /**
     * Runs scenarios until there are no more, or the limit is reached; says whether all were run.
     *
     * @param each says whether to go on
     */
    boolean run(List<Trial> first, Predicate<Compared> each) {
        Deque<Trial> given = new ArrayDeque<>(first);
        int done = 0;
        while (true) {
            Trial trial = next(given);
            if (trial == null) {
                return true;
            }
            if (done >= settings.limit()) {
                return false;
            }
            if (!known.add(trial)) {
                continue;
            }
            done++;
            Compared compared = duel.run(trial);
            if (!each.test(compared)) {
                return false;
            }
            Set<String> fresh = prefixed(
                    "old ", compared.before().taken(compared.old().record().handlers()));
            fresh.addAll(prefixed(
                    "new ", compared.after().taken(compared.current().record().handlers())));
            fresh.removeAll(taken);
            taken.addAll(fresh);
            if (!fresh.isEmpty() || done <= first.size()) {
                goOn(compared, fresh.stream().anyMatch(Search::isState));
            }
        }
    }

    private static boolean isState(String taken) {
        int states = taken.lastIndexOf("/States/");
        String name = states < 0 ? "/" : taken.substring(states + "/States/".length());
        return name.indexOf('/') < 0;
    }

    private @Nullable Trial next(Deque<Trial> given) {
        Trial trial = given.poll();
        trial = trial == null ? byValues.poll() : trial;
        return trial == null ? byFaults.poll() : trial;
    }

    private static Set<String> prefixed(String prefix, Set<String> names) {
        Set<String> all = new HashSet<>();
        names.forEach(name -> all.add(prefix + name));
        return all;
    }

    private void goOn(Compared compared, boolean reachesMore) {
        rules("old ", before.definition(), compared.before(), compared.trial());
        rules("new ", after.definition(), compared.after(), compared.trial());
        int most = settings.failures() + (reachesMore && settings.failures() > 0 ? 1 : 0);
        if (compared.trial().plan().faults() < most) {
            faults(compared);
        }
    }

    // ---- values ----------------------------------------------------------------------------------------------

    private void rules(String side, Definition definition, Observation seen, Trial trial) {
        Set<String> visited = new HashSet<>();
        for (Visit visit : seen.visits()) {
            visited.add(visit.pointer());
        }
        definition.states().allStates().forEach(state -> {
            boolean inChildren =
                    visited.stream().anyMatch(pointer -> state.pointer().startsWith(pointer + "/"));
            if (!visited.contains(state.pointer()) && !inChildren) {
                return;
            }
            if (contexts.merge(side + state.pointer(), 1, Integer::sum) > CONTEXTS) {
                return;
            }
            if (state instanceof State.ChoiceState choice) {
                rules(choice, trial);
            } else if (state instanceof State.MapState map) {
                items(map, trial);
            }
        });
    }

    private void rules(State.ChoiceState state, Trial trial) {
        List<Map<Place, JsonNode>> moves = new ArrayList<>();
        List<Map<Place, JsonNode>> falseBefore = new ArrayList<>();
        for (Choice choice : state.choices()) {
            for (Map<Place, JsonNode> way : values.making(choice.rule(), true)) {
                moves.add(way);
                for (Map<Place, JsonNode> one : values.eachAlone(choice.rule())) {
                    moves.add(both(way, one));
                }
                if (!falseBefore.isEmpty()) {
                    moves.add(both(falseBefore.get(falseBefore.size() - 1), way));
                }
            }
            List<Map<Place, JsonNode>> not = values.making(choice.rule(), false);
            moves.addAll(not);
            moves.addAll(values.eachAlone(choice.rule()));
            if (!not.isEmpty()) {
                falseBefore.add(
                        falseBefore.isEmpty() ? not.get(0) : both(falseBefore.get(falseBefore.size() - 1), not.get(0)));
            }
        }
        moves.addAll(falseBefore);
        for (Map<Place, JsonNode> move : moves) {
            if (!move.isEmpty()) {
                byValues.add(trial.with(move));
            }
        }
    }

    private static Map<Place, JsonNode> both(Map<Place, JsonNode> first, Map<Place, JsonNode> second) {
        Map<Place, JsonNode> both = new LinkedHashMap<>(first);
        second.keySet().forEach(both::remove);
        both.putAll(second);
        return both;
    }

    private void items(State.MapState map, Trial trial) {
        JsonNode items = map.items();
        String path = map.itemsPath() != null ? map.itemsPath() : items == null ? null : items.asText();
        Place place = path == null
                ? new Place(List.of())
                : Reads.place(path.replace("{%", "").strip());
        if (place.size() == 0) {
            return;
        }
        JsonNode most = map.maxConcurrency();
        int many = most != null && most.isInt() && most.asInt() > 0 ? Math.min(most.asInt() + 1, MOST_ITEMS) : MANY;
        for (int number : new int[] {0, 1, many}) {
            byValues.add(trial.with(Map.of(place, duel.data().items(number))));
        }
    }

    // ---- faults ----------------------------------------------------------------------------------------------

    private void faults(Compared compared) {
        Trial trial = compared.trial();
        if (!trial.afterFirst()) {
            add(before, compared.old(), names, trial, false);
        }
        if (trial.afterFirst() || trial.plan().faults() == 0) {
            add(after, compared.current(), Names.ALIKE, trial, true);
        }
    }

    private void add(Side side, Ran ran, Names today, Trial trial, boolean ofNewDefinition) {
        boolean all = trial.plan().faults() < settings.failures() && settings.failures() > 1;
        for (io.github.asltestkit.explore.Choice choice : side.faults(ran.record())) {
            String path = today.path(choice.path()).replaceAll("\\[\\d+]", "");
            String key = path + " " + choice.fault().kind() + " " + choice.always() + " " + choice.attempt() + " "
                    + handledBy(
                            path.substring(path.lastIndexOf('/') + 1),
                            choice.fault().error());
            if (faulted.add(all ? trial.plan() + " " + key : key)) {
                byFaults.add(trial.with(choice, ofNewDefinition));
            }
        }
    }

    /** Which Retriers and Catchers of both definitions an error would meet: errors that meet the same ones are alike. */
    private String handledBy(String state, @Nullable String error) {
        if (error == null) {
            return "";
        }
        StringBuilder met = new StringBuilder();
        for (State holder : handlersOf.getOrDefault(state, List.of())) {
            holder.retry().forEach(retrier -> met.append(matches(retrier.errorEquals(), error)));
            met.append('/');
            holder.catchers().forEach(catcher -> met.append(matches(catcher.errorEquals(), error)));
            met.append(' ');
        }
        return met.toString();
    }

    private static char matches(List<String> errorEquals, String error) {
        return new ErrorMatcher(errorEquals).matches(error, false) ? '1' : '0';
    }
}
