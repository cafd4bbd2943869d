package io.github.asltestkit.internal.explore;

import io.github.asltestkit.explore.Choice;
import io.github.asltestkit.explore.Exploration;
import io.github.asltestkit.explore.ExplorationResult;
import io.github.asltestkit.explore.ExploredRun;
import io.github.asltestkit.explore.Fault;
import io.github.asltestkit.explore.Plan;
import io.github.asltestkit.internal.shard.Shard;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An exploration of a harness. It runs when it is first asked about, and once. */
public final class LiveExploration implements Exploration {
    private final World world;
    private final Settings settings;
    private final Consumer<? super Exploration> onRun;
    private final List<Counterexample> counterexamples = new CopyOnWriteArrayList<>();
    private @Nullable ExplorationResult result;

    private LiveExploration(World world, Settings settings, Consumer<? super Exploration> onRun) {
        this.world = world;
        this.settings = settings;
        this.onRun = onRun;
    }

    /**
     * An exploration with one fault in each run.
     *
     * @param whole whether all runs are this JVM's, also if it is a shard
     * @param onRun who is told when it, or a changed copy of it, runs
     */
    public static Exploration of(World world, boolean whole, Consumer<? super Exploration> onRun) {
        return new LiveExploration(world, Settings.of(whole ? Shard.WHOLE : Shard.ofExplorations()), onRun);
    }

    private LiveExploration with(Settings changed) {
        return new LiveExploration(world, changed, onRun);
    }

    @Override
    public Exploration failures(int most) {
        return with(settings.withFailures(most));
    }

    @Override
    public Exploration lostResponses() {
        return with(settings.withLostResponses());
    }

    @Override
    public Exploration duplicates() {
        return with(settings.withDuplicates());
    }

    @Override
    public Exploration orders(String... dependentStates) {
        return with(settings.withOrders(List.of(dependentStates)));
    }

    /** Runs orders that make no difference as well: what the reduced set of orders is held against. */
    Exploration everyOrder() {
        return with(settings.withEveryOrder());
    }

    @Override
    public Exploration limit(int mostRuns) {
        return with(settings.withLimit(mostRuns));
    }

    @Override
    public Exploration withSeed(long seed) {
        return with(settings.withSeed(seed));
    }

    @Override
    public Exploration on(Executor executor) {
        return with(settings.withExecutor(executor));
    }

    @Override
    public Exploration onProgress(Consumer<? super Progress> listener) {
        return with(settings.withProgress(listener));
    }

    @Override
    public synchronized ExplorationResult result() {
        ExplorationResult known = result;
        if (known == null) {
            known = new Search(world, settings).run();
            result = known;
            onRun.accept(this);
        }
        return known;
    }

    @Override
    public synchronized boolean hasRun() {
        return result != null;
    }

    @Override
    public void noteCounterexample(String rule, ExploredRun run) {
        counterexamples.add(new Counterexample(rule, run));
    }

    @Override
    public List<Counterexample> counterexamples() {
        return List.copyOf(counterexamples);
    }

    @Override
    public ExploredRun run(Plan plan) {
        RunRecord run = world.run(plan, settings.turning());
        for (Choice choice : plan.choices()) {
            if (choice.fault().kind() != Fault.Kind.EXECUTED_TWICE
                    && !run.world().met().contains(choice)) {
                throw new IllegalArgumentException("The run does not make the call of a choice of its plan.\n\n"
                        + "    plan: " + plan + "\n  choice: " + choice + "\n   calls: "
                        + Extensions.callsOf(run));
            }
        }
        return new LiveRun(world, settings.turning(), run, true);
    }
}
