package io.github.asltestkit.internal.explore;

import io.github.asltestkit.explore.Exploration.Progress;
import io.github.asltestkit.internal.shard.Shard;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How far an exploration goes. Each {@code with} method gives a changed copy. */
final class Settings {
    private static final int RUNS = 10_000;

    private @Nullable Integer failures;
    private boolean lostResponses;
    private boolean duplicates;
    private @Nullable List<String> dependent;
    private boolean everyOrder;
    private int limit = RUNS;
    private long seed = 1;
    private @Nullable Executor executor;
    private Consumer<? super Progress> progress = told -> {};
    private Shard shard = Shard.WHOLE;

    private Settings() {}

    /** What holds where a test says nothing. */
    static Settings of(Shard shard) {
        return new Settings().with(settings -> settings.shard = shard);
    }

    private Settings with(Consumer<Settings> change) {
        Settings changed = new Settings();
        changed.failures = failures;
        changed.lostResponses = lostResponses;
        changed.duplicates = duplicates;
        changed.dependent = dependent;
        changed.everyOrder = everyOrder;
        changed.limit = limit;
        changed.seed = seed;
        changed.executor = executor;
        changed.progress = progress;
        changed.shard = shard;
        change.accept(changed);
        return changed;
    }

    Settings withFailures(int most) {
        if (most < 1) {
            throw new IllegalArgumentException(
                    "An exploration lets one call of a run go wrong or more, but failures(" + most + ") was asked for");
        }
        return with(changed -> changed.failures = most);
    }

    Settings withLostResponses() {
        return with(changed -> changed.lostResponses = true);
    }

    Settings withDuplicates() {
        return with(changed -> changed.duplicates = true);
    }

    Settings withOrders(List<String> dependentStates) {
        return with(changed -> changed.dependent = dependentStates);
    }

    Settings withEveryOrder() {
        return with(changed -> changed.everyOrder = true);
    }

    Settings withLimit(int most) {
        if (most < 1) {
            throw new IllegalArgumentException(
                    "An exploration makes one run or more, but limit(" + most + ") was asked for");
        }
        return with(changed -> changed.limit = most);
    }

    Settings withSeed(long newSeed) {
        return with(changed -> changed.seed = newSeed);
    }

    Settings withExecutor(Executor newExecutor) {
        return with(changed -> changed.executor = newExecutor);
    }

    Settings withProgress(Consumer<? super Progress> listener) {
        return with(changed -> changed.progress = listener);
    }

    /** How many faults in one run at most: one if nothing is said, and none if orders alone were asked for. */
    int failures() {
        Integer said = failures;
        boolean ordersAlone = dependent != null && !lostResponses && !duplicates;
        return said != null ? said : ordersAlone ? 0 : 1;
    }

    /** Whether responses may be lost. */
    boolean lostResponses() {
        return lostResponses;
    }

    /** Whether what is done at least once may be done twice. */
    boolean duplicates() {
        return duplicates;
    }

    /** Whether lines of states take turns in several orders. */
    boolean hasOrders() {
        return dependent != null;
    }

    /** How lines of states take turns. */
    World.Turning turning() {
        List<String> states = dependent;
        return states == null ? World.Turning.BY_THE_ENGINE : new World.Turning(true, states);
    }

    /** Whether orders that make no difference are run too. */
    boolean everyOrder() {
        return everyOrder;
    }

    /** How many runs at most. */
    int limit() {
        return limit;
    }

    /** The seed of the sample. */
    long seed() {
        return seed;
    }

    /** Where runs happen; null for the thread that asks. */
    @Nullable
    Executor executor() {
        return executor;
    }

    /** Who is told how far it is. */
    Consumer<? super Progress> progress() {
        return progress;
    }

    /** Which of the runs are this JVM's. */
    Shard shard() {
        return shard;
    }

    /** What was asked for, as a text that is the same on all shards. */
    String asked() {
        return "failures " + failures() + ", lost " + lostResponses + ", duplicates " + duplicates + ", orders "
                + dependent + ", every " + everyOrder + ", limit " + limit + ", seed " + seed;
    }
}
