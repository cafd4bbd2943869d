package io.github.asltestkit.internal.diff;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.diff.Difference;
import io.github.asltestkit.diff.Scenario;
import io.github.asltestkit.diff.ScenarioKind;
import io.github.asltestkit.integration.TaskReaction.Step;
import io.github.asltestkit.internal.explore.PlannedWorld.Given;
import io.github.asltestkit.internal.message.Text;
import io.github.asltestkit.internal.model.ApiModels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** Compares two definitions: runs the scenarios, puts the differences into clusters, and makes the examples small. */
public final class Comparer {
    private static final int MOST_SHRUNK = 25;
    private static final int ROOM = 60;

    private final Settings settings;
    private final Duel duel;
    private final Search search;
    private final Map<String, List<Compared>> clusters = new LinkedHashMap<>();
    private final Map<ScenarioKind, Integer> counts = new EnumMap<>(ScenarioKind.class);
    private int differing;
    private int billedOtherwise;

    /**
     * What came of it.
     *
     * @param differences the clusters, those first in which nothing goes wrong
     * @param scenarios how many scenarios of each kind were run
     * @param differing how many of them differ
     * @param billedOtherwise how many differ in nothing but the Pass states that are billed
     * @param complete whether all scenarios that were found were run
     */
    public record Result(
            List<Difference> differences,
            Map<ScenarioKind, Integer> scenarios,
            int differing,
            int billedOtherwise,
            boolean complete) {}

    /**
     * Compares two sides.
     *
     * @param models the models of the APIs, when a call asks for them
     */
    public Comparer(Side before, Side after, Settings settings, Supplier<ApiModels> models) {
        this.settings = settings;
        Names names = new Names(settings.renamed());
        this.duel = new Duel(before, after, names, models);
        this.search = new Search(before, after, settings, names, duel);
    }

    /** Runs it. */
    public Result compare() {
        boolean complete = search.run(first(), compared -> {
            take(compared);
            return true;
        });
        List<Difference> differences = new ArrayList<>();
        Shrinker shrinker = new Shrinker(duel);
        for (List<Compared> cluster : clusters.values()) {
            Compared example = cluster.stream()
                    .min(Comparator.comparingInt(Compared::size))
                    .orElseThrow();
            Compared smallest = differences.size() < MOST_SHRUNK ? shrinker.shrink(example) : example;
            differences.add(difference(smallest, cluster.size()));
        }
        differences.sort(Comparator.comparingInt(
                        (Difference difference) -> difference.example().plan().faults())
                .thenComparing(Difference::kind));
        return new Result(List.copyOf(differences), counts, differing, billedOtherwise, complete);
    }

    /** Whether they differ: runs scenarios up to the first that does. */
    public boolean differs() {
        search.run(first(), compared -> {
            take(compared);
            return differing == 0;
        });
        return differing > 0;
    }

    private List<Trial> first() {
        List<Trial> first = new ArrayList<>();
        settings.inputs().forEach(input -> first.add(Trial.ofInput(input.name(), input.tree())));
        settings.recordings().stream().map(Trial::of).forEach(first::add);
        first.add(Trial.madeUp());
        if (duel.wantsArray()) {
            JsonNode items = duel.data().items(2);
            first.add(Trial.madeUp().withInput(items));
            first.add(Trial.madeUp().with(Map.of(Place.WHOLE, items)));
        }
        return first;
    }

    private void take(Compared compared) {
        counts.merge(compared.trial().kind(), 1, Integer::sum);
        billedOtherwise += compared.isBilledOtherwise() ? 1 : 0;
        String cluster = compared.cluster();
        if (cluster != null) {
            differing++;
            clusters.computeIfAbsent(cluster, key -> new ArrayList<>()).add(compared);
        }
    }

    private static Difference difference(Compared compared, int scenarios) {
        Departure departure = Objects.requireNonNull(compared.departure());
        Decision decision = Objects.requireNonNull(compared.decision());
        return new Difference(
                departure.kind(),
                decision.state(),
                decision.place(),
                decision.change(),
                departure.before(),
                departure.after(),
                scenarios,
                scenario(compared),
                compared.before().course(),
                compared.after().course());
    }

    private static Scenario scenario(Compared compared) {
        Trial trial = compared.trial();
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        List<Given> all = (trial.afterFirst() ? compared.current() : compared.old())
                .record()
                .world()
                .given();
        for (Given given : all) {
            for (Step step : given.reaction().steps()) {
                if (step instanceof Step.Succeeded succeeded) {
                    answers.putIfAbsent(given.path(), succeeded.output());
                }
            }
        }
        return new Scenario(trial.kind(), name(compared), compared.input(), trial.plan(), answers);
    }

    private static String described(Place place, JsonNode value) {
        if (place.equals(Place.WHOLE)) {
            return "answers that are arrays";
        }
        return value.isMissingNode() ? "no " + place : place + " = " + Text.shortened(value.toString(), ROOM);
    }

    private static String name(Compared compared) {
        Trial trial = compared.trial();
        List<String> parts = new ArrayList<>();
        if (trial.name() != null) {
            parts.add(trial.name());
        }
        parts.addAll(trial.plan().descriptions());
        trial.values().forEach((place, value) -> parts.add(described(place, value)));
        return parts.isEmpty() ? "any input" : String.join(", ", parts);
    }
}
