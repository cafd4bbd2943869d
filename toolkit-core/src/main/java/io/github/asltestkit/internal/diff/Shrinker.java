package io.github.asltestkit.internal.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.diff.Course;
import io.github.asltestkit.diff.ScenarioKind;
import io.github.asltestkit.explore.Choice;
import io.github.asltestkit.explore.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes the example of a cluster smaller, as long as it stays one: fewer faults, fewer values, less input. */
final class Shrinker {
    /** How many runs one cluster is worth. */
    private static final int RUNS = 60;

    private final Duel duel;
    private int left;

    Shrinker(Duel duel) {
        this.duel = duel;
    }

    Compared shrink(Compared example) {
        left = RUNS;
        Compared smallest = fewerFaults(example);
        smallest = fewerValues(smallest);
        if (smallest.trial().kind() == ScenarioKind.RECORDING) {
            return smallest;
        }
        smallest = ifSame(smallest, smallest.trial().withBareAnswers());
        if (smallest.trial().kind() == ScenarioKind.INPUT) {
            return smallest;
        }
        return smallest.input() instanceof ObjectNode input ? lessInput(smallest, input) : smallest;
    }

    /** The smaller one, if it is of the same cluster. */
    private Compared ifSame(Compared known, Trial smaller) {
        if (left <= 0) {
            return known;
        }
        left--;
        Compared tried = duel.run(smaller);
        String cluster = tried.cluster();
        return cluster != null && cluster.equals(known.cluster()) && endsAlike(known, tried) ? tried : known;
    }

    /** A smaller scenario that ends by another error is one about something else. */
    private static boolean endsAlike(Compared known, Compared tried) {
        return endsAlike(known.before().course(), tried.before().course())
                && endsAlike(known.after().course(), tried.after().course());
    }

    private static boolean endsAlike(Course known, Course tried) {
        return known.status() == tried.status() && Objects.equals(known.error(), tried.error());
    }

    private Compared fewerFaults(Compared example) {
        Compared smallest = example;
        for (Choice choice : example.trial().plan().choices()) {
            List<Choice> fewer = new ArrayList<>(smallest.trial().plan().choices());
            fewer.remove(choice);
            smallest = ifSame(smallest, smallest.trial().with(new Plan(fewer, List.of())));
        }
        return smallest;
    }

    private Compared fewerValues(Compared example) {
        Compared smallest = example;
        for (Place place : example.trial().values().keySet()) {
            Map<Place, JsonNode> fewer = new LinkedHashMap<>(smallest.trial().values());
            fewer.remove(place);
            smallest = ifSame(smallest, smallest.trial().withOnly(fewer));
        }
        return smallest;
    }

    private Compared lessInput(Compared example, ObjectNode input) {
        Compared smallest = ifSame(example, example.trial().withInput(Duel.nothing()));
        if (!smallest.equals(example)) {
            return smallest;
        }
        List<String> fields = new ArrayList<>();
        input.fieldNames().forEachRemaining(fields::add);
        for (int part = Math.max(1, fields.size() / 2); part >= 1 && left > 0; part /= 2) {
            for (int from = 0; from < fields.size() && left > 0; from += part) {
                if (smallest.input() instanceof ObjectNode now) {
                    ObjectNode less = now.deepCopy();
                    less.remove(fields.subList(from, Math.min(fields.size(), from + part)));
                    smallest = less.size() == now.size()
                            ? smallest
                            : ifSame(smallest, smallest.trial().withInput(less));
                }
            }
        }
        return smallest;
    }
}
