package io.github.asltestkit.internal.generate;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.internal.generate.Condition.Wanted;
import io.github.asltestkit.internal.generate.Values.Use;
import io.github.asltestkit.internal.shape.Way;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds values with which the rules of a Choice come out as wanted. */
final class Solver {
    private static final int MOST_SOLUTIONS = 60;
    private static final int MOST_OF_ONE = 12;

    private final Sources sources;
    private final Domains domains;

    Solver(Sources sources, Domains domains) {
        this.sources = sources;
        this.domains = domains;
    }

    /**
     * The values to try, the likeliest first.
     *
     * @param rule the rule that should be true, after all before it were false; -1 for Default
     */
    List<Map<Slot, JsonNode>> ruleTrue(State.ChoiceState choice, int rule, Way way) {
        return solve(choice, rule < 0 ? choice.choices().size() : rule, rule >= 0, way);
    }

    /** The values to try so that a rule is asked, and false. */
    List<Map<Slot, JsonNode>> ruleFalse(State.ChoiceState choice, int rule, Way way) {
        return solve(choice, rule + 1, false, way);
    }

    private List<Map<Slot, JsonNode>> solve(State.ChoiceState choice, int before, boolean andTrue, Way way) {
        List<Condition> rules = choice.choices().stream()
                .map(each -> Condition.of(each.rule(), sources.flow())
                        .map(atom -> isComputed(way, atom) ? atom.computed() : atom))
                .toList();
        List<List<Wanted>> branches = List.of(List.of());
        if (andTrue) {
            branches = rules.get(before).branches(true);
        }
        for (int i = 0; i < before; i++) {
            branches = Condition.joined(branches, rules.get(i).branches(false));
        }
        List<Atom> atoms = new ArrayList<>();
        rules.forEach(rule -> rule.collect(atoms));
        Map<Atom, List<Slot>> slots = new LinkedHashMap<>();
        atoms.forEach(atom -> slots.put(atom, sources.slots(way, atom.read())));
        Map<Atom, List<Slot>> others = new LinkedHashMap<>();
        for (Atom atom : atoms) {
            others.put(atom, atom.other() == null ? List.of() : sources.slots(way, atom.other()));
        }
        Set<Map<Slot, JsonNode>> all = new LinkedHashSet<>();
        List<Map<Slot, JsonNode>> further = new ArrayList<>();
        for (List<Wanted> branch : branches) {
            solve(branch, slots, others, all, further);
        }
        all.addAll(further);
        all.remove(Map.of());
        return all.stream().limit(MOST_SOLUTIONS).toList();
    }

    private boolean isComputed(Way way, Atom atom) {
        return !sources.isAsItIs(way, atom.read())
                && !sources.slots(way, atom.read()).isEmpty();
    }

    private void solve(
            List<Wanted> branch,
            Map<Atom, List<Slot>> slots,
            Map<Atom, List<Slot>> others,
            Set<Map<Slot, JsonNode>> all,
            List<Map<Slot, JsonNode>> further) {
        Map<Slot, List<Wanted>> bySlot = new LinkedHashMap<>();
        Map<Slot, JsonNode> fixed = new LinkedHashMap<>();
        for (Wanted wanted : branch) {
            Atom atom = wanted.atom();
            List<Slot> read = slots.getOrDefault(atom, List.of());
            List<Slot> other = others.getOrDefault(atom, List.of());
            if (atom.other() != null && atom.constant() == null) {
                JsonNode value = middle(atom.type());
                if (!other.isEmpty()) {
                    fixed.put(other.get(0), value);
                }
                if (!read.isEmpty() && !read.equals(other)) {
                    bySlot.computeIfAbsent(read.get(0), key -> new ArrayList<>())
                            .add(new Wanted(atom.with(value), wanted.holds()));
                }
            } else {
                for (Slot slot :
                        read.size() > 1 && atom.operator() != Atom.Operator.UNKNOWN ? read.subList(0, 1) : read) {
                    bySlot.computeIfAbsent(slot, key -> new ArrayList<>()).add(wanted);
                }
            }
        }
        Map<Slot, List<JsonNode>> choices = new LinkedHashMap<>();
        bySlot.forEach((slot, wanted) -> choices.put(slot, domain(slot, wanted, slots)));
        if (choices.values().stream().anyMatch(List::isEmpty)) {
            return;
        }
        Map<Slot, JsonNode> first = new LinkedHashMap<>(fixed);
        // What holds what others are in comes first.
        List<Map.Entry<Slot, List<JsonNode>>> order = new ArrayList<>(choices.entrySet());
        order.sort(Comparator.comparingInt(choice -> choice.getKey().steps().size()));
        order.forEach(choice -> first.put(choice.getKey(), choice.getValue().get(0)));
        all.add(first);
        choices.forEach((slot, values) -> {
            for (int i = 1; i < Math.min(MOST_OF_ONE, values.size()); i++) {
                Map<Slot, JsonNode> changed = new LinkedHashMap<>(first);
                changed.put(slot, values.get(i));
                further.add(changed);
            }
        });
    }

    /** Values that no wanted comparison excludes. */
    private List<JsonNode> domain(Slot slot, List<Wanted> wanted, Map<Atom, List<Slot>> slots) {
        Set<JsonNode> candidates = new LinkedHashSet<>();
        if (wanted.stream().anyMatch(each -> each.atom().operator() == Atom.Operator.PRESENT)) {
            candidates.add(domains.natural(slot, Use.ANY));
        }
        wanted.stream()
                .sorted(java.util.Comparator.comparing((Wanted each) -> !each.holds()))
                .forEach(each -> candidates.addAll(each.atom().candidates(slot)));
        slots.forEach((atom, of) -> {
            if (of.contains(slot) && atom.other() == null) {
                candidates.addAll(atom.candidates(slot));
            }
        });
        candidates.add(Values.natural(slot, Use.TEXT));
        candidates.add(Values.natural(slot, Use.NUMBER));
        candidates.add(Values.natural(slot, Use.BOOLEAN));
        candidates.add(Values.ABSENT);
        List<JsonNode> left = new ArrayList<>();
        for (JsonNode candidate : domains.among(slot, List.copyOf(candidates))) {
            if (wanted.stream().noneMatch(each -> each.atom().excludes(candidate, each.holds()))) {
                left.add(candidate);
            }
        }
        return left;
    }

    /** A value that others can be above and below. */
    private static JsonNode middle(Use type) {
        return switch (type) {
            case NUMBER -> Values.JSON.numberNode(2);
            case BOOLEAN -> Values.JSON.booleanNode(true);
            case TIMESTAMP_TEXT -> Values.JSON.textNode(Values.TIMESTAMP);
            default -> Values.JSON.textNode("m");
        };
    }
}
