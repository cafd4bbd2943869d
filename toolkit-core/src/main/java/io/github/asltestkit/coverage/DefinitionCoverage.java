package io.github.asltestkit.coverage;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apiguardian.api.API;

/** How often executions took each item of a definition. Never changes. */
@API(status = EXPERIMENTAL, since = "0.1")
public final class DefinitionCoverage {
    private final DefinitionOutline outline;
    private final long[] hits;

    /**
     * The hits of an outline's items.
     *
     * @throws IllegalArgumentException if there are not as many hits as items
     */
    public DefinitionCoverage(DefinitionOutline outline, long[] hits) {
        if (hits.length != outline.items().size()) {
            throw new IllegalArgumentException(
                    outline.key() + " has " + outline.items().size() + " items, but hits of " + hits.length);
        }
        this.outline = outline;
        this.hits = hits.clone();
    }

    /** Nothing taken. */
    public static DefinitionCoverage none(DefinitionOutline outline) {
        return new DefinitionCoverage(outline, new long[outline.items().size()]);
    }

    /** What there is to take. */
    public DefinitionOutline outline() {
        return outline;
    }

    /**
     * How often the item at a position was taken.
     *
     * @param item the position in the outline's items, 0 for the first
     * @throws IndexOutOfBoundsException if there is none
     */
    public long hits(int item) {
        return hits[item];
    }

    /**
     * Both together.
     *
     * @throws IllegalArgumentException if the other is of another definition
     */
    public DefinitionCoverage plus(DefinitionCoverage other) {
        if (!outline.items().equals(other.outline.items())) {
            throw new IllegalArgumentException(outline.key() + " is not the definition " + other.outline.key());
        }
        long[] sum = hits.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other.hits[i];
        }
        return new DefinitionCoverage(outline, sum);
    }

    /** How many items were taken, how many there are. */
    public Ratio ratio() {
        int covered = 0;
        for (long hit : hits) {
            covered += hit > 0 ? 1 : 0;
        }
        return new Ratio(covered, hits.length);
    }

    /** How many items of some kinds were taken, how many there are. */
    public Ratio ratio(ItemKind... kinds) {
        List<ItemKind> wanted = List.of(kinds);
        int covered = 0;
        int total = 0;
        for (int i = 0; i < hits.length; i++) {
            if (wanted.contains(outline.items().get(i).kind())) {
                total++;
                covered += hits[i] > 0 ? 1 : 0;
            }
        }
        return new Ratio(covered, total);
    }

    /** The items that were never taken, in the order of the definition. */
    public List<CoverageItem> missed() {
        List<CoverageItem> missed = new ArrayList<>();
        for (int i = 0; i < hits.length; i++) {
            if (hits[i] == 0) {
                missed.add(outline.items().get(i));
            }
        }
        return missed;
    }

    /** The items that were never taken, without those that lie within a state that was never entered. */
    public List<CoverageItem> missedOutermost() {
        List<CoverageItem> outermost = new ArrayList<>();
        for (CoverageItem item : missed()) {
            boolean within = outermost.stream()
                    .anyMatch(state -> (state.kind() == ItemKind.STATE || state.kind() == ItemKind.BRANCH)
                            && item.isWithin(state));
            if (!within) {
                outermost.add(item);
            }
        }
        return outermost;
    }

    /** The lines of the file on which items stand, in their order; without those whose line is not known. */
    public List<LineCoverage> lines() {
        TreeMap<Integer, List<Integer>> byLine = new TreeMap<>();
        for (int i = 0; i < hits.length; i++) {
            int line = outline.items().get(i).line();
            if (line > 0) {
                byLine.computeIfAbsent(line, key -> new ArrayList<>()).add(i);
            }
        }
        List<LineCoverage> lines = new ArrayList<>();
        byLine.forEach((line, items) -> lines.add(line(line, items)));
        return lines;
    }

    /** A line is taken as often as the first thing on it; where it offers several ways, these are its branches. */
    private LineCoverage line(int line, List<Integer> items) {
        long most = 0;
        boolean several = items.size() > 1;
        List<Long> branches = new ArrayList<>();
        for (int item : items) {
            ItemKind kind = outline.items().get(item).kind();
            most = Math.max(most, hits[item]);
            if (kind.isBranch() || (several && kind != ItemKind.STATE)) {
                branches.add(hits[item]);
            }
        }
        return new LineCoverage(line, most, branches);
    }

    @Override
    public String toString() {
        return outline.name() + " " + ratio();
    }
}
