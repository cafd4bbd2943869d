package io.github.asltestkit.internal.explore;

import io.github.asltestkit.explore.Choice;
import io.github.asltestkit.explore.Exploration.Progress;
import io.github.asltestkit.explore.ExplorationResult;
import io.github.asltestkit.explore.ExploredRun;
import io.github.asltestkit.explore.Plan;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Runs all plans of a bound, those with fewer faults first. Which plans there are with one fault more is known when those with one
 * fault fewer have run. The number of a run depends on nothing but the script and the bound, so that shards and threads divide
 * the same lot.
 */
final class Search {
    /** So many events of histories are kept at most; a history of ten states has some thirty. */
    private static final long KEPT_EVENTS = 200_000;

    private static final int CHUNK = 64;

    private final World world;
    private final Settings settings;
    private final Extensions extensions;
    private final Orders orders;
    private final List<ExploredRun> runs = new ArrayList<>();
    private final Map<Plan, Long> numbers = new HashMap<>();
    private final Set<String> handlers = new HashSet<>();
    private long keptEvents;
    private long known;
    private long done;

    /** How many of this shard's runs are those of a plan in other orders. */
    private long otherOrders;

    /** Whether the limit ended the search: there are runs that were not made, and perhaps not counted. */
    private boolean cut;

    private boolean sampled;
    private boolean open;

    /** A run that may be extended. */
    private record Extended(Plan plan, List<Choice> extensions) {}

    /** A plan with its number among all. */
    private record Numbered(long number, Plan plan) {}

    /** What came of a plan: its run, and those in other orders. */
    private record Ran(long number, List<RunRecord> records, List<Choice> extensions) {}

    Search(World world, Settings settings) {
        this.world = world;
        this.settings = settings;
        this.extensions = new Extensions(world, settings);
        this.orders = new Orders(world, settings);
    }

    ExplorationResult run() {
        known = 1;
        List<Extended> level = run(List.of(new Numbered(0, Plan.SCRIPT)), true);
        for (int faults = 1; faults <= settings.failures() && !level.isEmpty() && !sampled && !cut; faults++) {
            long first = known;
            long size = level.stream().mapToLong(run -> run.extensions().size()).sum();
            known += size;
            boolean goesOn = faults < settings.failures();
            // Up to here every shard has run all, so that each has done as many.
            sampled = done + size > settings.limit();
            BitSet chosen = sampled ? sample(size, settings.limit() - done) : null;
            open = sampled && (goesOn || settings.hasOrders());
            level = run(plans(level, chosen, first, goesOn && !sampled), goesOn && !sampled);
        }
        Extent extent = new Extent(known, otherOrders, runs.size(), sampled, open, cut, settings.seed());
        return new Result(world, settings, List.copyOf(runs), Map.copyOf(numbers), extent, Set.copyOf(handlers));
    }

    /** The plans of the next level that are to be run, in order. */
    private List<Numbered> plans(List<Extended> level, @Nullable BitSet chosen, long first, boolean all) {
        List<Numbered> plans = new ArrayList<>();
        int index = 0;
        for (Extended run : level) {
            for (Choice choice : run.extensions()) {
                long number = first + index;
                if ((chosen == null || chosen.get(index))
                        && (all || settings.shard().owns(number))) {
                    plans.add(new Numbered(number, run.plan().with(choice)));
                }
                index++;
            }
        }
        return plans;
    }

    /** So many of so many, chosen by the seed, each choice as likely as any other (R. Floyd's algorithm). */
    private BitSet sample(long size, long wanted) {
        int all = Math.toIntExact(size);
        BitSet chosen = new BitSet(all);
        SplittableRandom random = new SplittableRandom(settings.seed());
        for (int i = all - (int) Math.max(0, wanted); i < all; i++) {
            int candidate = random.nextInt(i + 1);
            chosen.set(chosen.get(candidate) ? i : candidate);
        }
        return chosen;
    }

    private List<Extended> run(List<Numbered> plans, boolean extend) {
        List<Extended> extended = new ArrayList<>();
        Executor executor = settings.executor();
        int chunk = executor == null ? CHUNK : Math.max(1, Math.min(CHUNK, plans.size() / 32));
        Deque<FutureTask<List<Ran>>> tasks = new ArrayDeque<>();
        for (int from = 0; from < plans.size(); from += chunk) {
            List<Numbered> part = plans.subList(from, Math.min(plans.size(), from + chunk));
            tasks.add(new FutureTask<>(() -> runAll(part, extend)));
        }
        if (executor != null) {
            tasks.forEach(executor::execute);
        }
        try {
            for (FutureTask<List<Ran>> task = tasks.peek(); task != null; task = tasks.peek()) {
                if (executor == null) {
                    task.run();
                }
                result(task).forEach(ran -> take(ran, extended));
                tasks.remove();
                cut |= done >= settings.limit() && !tasks.isEmpty();
                if (cut) {
                    break;
                }
                settings.progress().accept(new Progress(done, Math.min(known + otherOrders, settings.limit())));
            }
        } finally {
            tasks.forEach(task -> task.cancel(false));
        }
        return extended;
    }

    private List<Ran> runAll(List<Numbered> plans, boolean extend) {
        List<Ran> all = new ArrayList<>(plans.size());
        long made = 0;
        for (Numbered plan : plans) {
            List<RunRecord> records =
                    settings.hasOrders() ? orders.of(plan.plan()) : List.of(world.run(plan.plan(), settings.turning()));
            all.add(new Ran(plan.number(), records, extend ? extensions.of(records.get(0)) : List.of()));
            made += records.size();
            if (made > settings.limit()) {
                break; // nobody takes what comes after
            }
        }
        return all;
    }

    private void take(Ran ran, List<Extended> extended) {
        if (done >= settings.limit()) {
            cut = true;
            return;
        }
        RunRecord first = ran.records().get(0);
        if (!ran.extensions().isEmpty()) {
            extended.add(new Extended(first.plan(), ran.extensions()));
        }
        boolean own = settings.shard().owns(ran.number());
        otherOrders += own ? ran.records().size() - 1 : 0;
        for (RunRecord run : ran.records()) {
            done++;
            cut |= done > settings.limit();
            if (own && !cut) {
                numbers.put(run.plan(), ran.number());
                boolean keep = keptEvents < KEPT_EVENTS;
                keptEvents += run.events().size();
                LiveRun shown = new LiveRun(world, settings.turning(), run, keep);
                runs.add(shown);
                handlers.addAll(shown.handlers());
            }
        }
    }

    private static List<Ran> result(FutureTask<List<Ran>> task) {
        try {
            return task.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The thread that explores was interrupted", interrupted);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException exception) {
                throw exception;
            }
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("A run throws no checked exception", failed);
        }
    }
}
