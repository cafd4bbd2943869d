package io.github.asltestkit.internal.generate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** Chooses few runs that together take all that was taken, and makes each as small as it can be. */
final class Suite {
    private final World world;
    private final Reached reached;
    private final List<Goal> goals;
    private int runs;

    Suite(Reached reached) {
        this.world = reached.world();
        this.reached = reached;
        this.goals = Goal.of(world.definition(), reached.outline());
    }

    /**
     * A run that is worth a test.
     *
     * @param ran the run
     * @param goals what it takes that none before takes
     */
    record Chosen(Ran ran, List<Goal> goals) {}

    int runs() {
        return runs;
    }

    /** The runs, the one that takes most first. */
    List<Chosen> choose() {
        BitSet wanted = new BitSet();
        reached.best().keySet().forEach(wanted::set);
        wanted.andNot(reached.already());
        List<Ran> left = new ArrayList<>();
        reached.kept().stream().filter(ran -> ran.stopped() == null).forEach(left::add);
        List<Chosen> chosen = new ArrayList<>();
        while (!wanted.isEmpty()) {
            Ran most = left.stream()
                    .filter(ran -> ran.taken().intersects(wanted))
                    .max(Comparator.<Ran>comparingInt(ran -> news(ran, wanted).cardinality())
                            .thenComparingInt(ran -> -ran.scenario().size())
                            .thenComparingInt(ran -> -left.indexOf(ran)))
                    .orElse(null);
            if (most == null) {
                return chosen;
            }
            BitSet news = news(most, wanted);
            Minimiser minimiser = new Minimiser(world, news);
            Ran small = minimiser.minimise(most);
            runs += minimiser.runs();
            chosen.add(new Chosen(
                    small,
                    goals.stream().filter(goal -> news.get(goal.number())).toList()));
            wanted.andNot(small.taken());
            left.remove(most);
        }
        return chosen;
    }

    private static BitSet news(Ran ran, BitSet wanted) {
        BitSet news = (BitSet) ran.taken().clone();
        news.and(wanted);
        return news;
    }
}
