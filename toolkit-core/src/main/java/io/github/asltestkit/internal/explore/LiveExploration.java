package io.github.asltestkit.internal.explore;

import io.github.asltestkit.explore.Choice;
import io.github.asltestkit.explore.Exploration;
import io.github.asltestkit.explore.ExplorationResult;
import io.github.asltestkit.explore.ExploredRun;
import io.github.asltestkit.explore.Fault;
import io.github.asltestkit.explore.Plan;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An exploration of a harness. It runs when it is first asked about, and once. */
public final class LiveExploration implements Exploration {
    private final World world;
    private final Settings settings;
    private @Nullable ExplorationResult result;

    private LiveExploration(World world, Settings settings) {
        this.world = world;
        this.settings = settings;
    }

    /** An exploration with one fault in each run. */
    public static Exploration of(World world) {
        return new LiveExploration(world, Settings.defaults());
    }

    @Override
    public Exploration failures(int most) {
        return new LiveExploration(world, settings.withFailures(most));
    }

    @Override
    public Exploration lostResponses() {
        return new LiveExploration(world, settings.withLostResponses());
    }

    @Override
    public Exploration duplicates() {
        return new LiveExploration(world, settings.withDuplicates());
    }

    @Override
    public Exploration orders(String... dependentStates) {
        return new LiveExploration(world, settings.withOrders(List.of(dependentStates)));
    }

    /** Runs orders that make no difference as well: what the reduced set of orders is held against. */
    Exploration everyOrder() {
        return new LiveExploration(world, settings.withEveryOrder());
    }

    @Override
    public Exploration limit(int mostRuns) {
        return new LiveExploration(world, settings.withLimit(mostRuns));
    }

    @Override
    public Exploration withSeed(long seed) {
        return new LiveExploration(world, settings.withSeed(seed));
    }

    @Override
    public Exploration on(Executor executor) {
        return new LiveExploration(world, settings.withExecutor(executor));
    }

    @Override
    public Exploration onProgress(Consumer<? super Progress> listener) {
        return new LiveExploration(world, settings.withProgress(listener));
    }

    @Override
    public synchronized ExplorationResult result() {
        ExplorationResult known = result;
        if (known == null) {
            known = new Search(world, settings).run();
            result = known;
        }
        return known;
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
