package io.github.asltestkit.internal.explore;

import io.github.asltestkit.explore.DeadHandler;
import io.github.asltestkit.explore.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The parts of one exploration, one of each shard, put together: what it says is what one JVM would say that ran all.
 *
 * @param parts by their shards; one at least
 */
public record JoinedExploration(List<ExplorationPart> parts) {
    /** Puts parts together, in whichever order they come. */
    public static JoinedExploration of(Collection<ExplorationPart> parts) {
        return new JoinedExploration(parts.stream()
                .sorted(Comparator.comparingInt(ExplorationPart::index))
                .toList());
    }

    private Extent sum() {
        Extent sum = parts.get(0).extent();
        for (ExplorationPart part : parts.subList(1, parts.size())) {
            Extent more = part.extent();
            sum = new Extent(
                    sum.known(),
                    sum.otherOrders() + more.otherOrders(),
                    sum.ran() + more.ran(),
                    sum.isSampled() || more.isSampled(),
                    sum.isOpen() || more.isOpen(),
                    sum.isCut() || more.isCut(),
                    sum.seed());
        }
        return sum;
    }

    private List<String> missing() {
        Set<Integer> there = new LinkedHashSet<>();
        parts.forEach(part -> there.add(part.index()));
        int count = parts.get(0).count();
        List<String> missing = new ArrayList<>();
        for (int index = 1; index <= count; index++) {
            if (!there.contains(index)) {
                missing.add(index + "/" + count);
            }
        }
        return missing;
    }

    /** How much was explored, and which shards are missing. */
    public String extent() {
        Extent sum = sum();
        List<String> missing = missing();
        boolean isWhole = parts.get(0).isWhole();
        if (missing.isEmpty()) {
            return sum.text(sum.ran(), isWhole);
        }
        boolean atLeast = sum.isOpen() || sum.isCut() || sum.otherOrders() > 0;
        return "ran " + Extent.number(sum.ran()) + " of " + (atLeast ? "at least " : "") + Extent.number(sum.total())
                + " runs, " + (missing.size() == 1 ? "shard " : "shards ") + String.join(", ", missing)
                + (missing.size() == 1 ? " is missing" : " are missing");
    }

    /** The smallest run of each rule that is broken. */
    public List<ExplorationPart.Broken> broken() {
        Map<String, ExplorationPart.Broken> smallest = new LinkedHashMap<>();
        for (ExplorationPart part : parts) {
            for (ExplorationPart.Broken one : part.broken()) {
                smallest.merge(one.rule(), one, (known, other) -> known.number() <= other.number() ? known : other);
            }
        }
        return List.copyOf(smallest.values());
    }

    private List<Outcome> outcomes() {
        return OutcomeTable.together(parts.stream()
                .flatMap(part -> part.outcomes().stream())
                .sorted(Comparator.comparingLong(ExplorationPart.Numbered::number))
                .map(ExplorationPart.Numbered::outcome)
                .toList());
    }

    /** The handlers that no run of any part entered. */
    private List<DeadHandler> dead() {
        List<DeadHandler> dead = new ArrayList<>(parts.get(0).dead());
        parts.forEach(part -> dead.retainAll(part.dead()));
        return dead;
    }

    /** The plans of the runs that a page shows: those that break a rule, and the smallest of each outcome. */
    public Set<String> shown() {
        Set<String> shown = new LinkedHashSet<>();
        broken().forEach(one -> shown.add(one.plan()));
        outcomes().forEach(outcome -> shown.add(outcome.first().toString()));
        return shown;
    }

    /** What the page says before it shows runs. */
    public String about() {
        StringBuilder text = new StringBuilder();
        for (ExplorationPart.Broken one : broken()) {
            text.append(one.rule()).append("\n  ").append(one.plan()).append("\n\n");
        }
        ExplorationPart any = parts.get(0);
        return text.append(OutcomeTable.text(any.name(), extent(), any.failures(), outcomes(), dead()))
                .toString();
    }
}
