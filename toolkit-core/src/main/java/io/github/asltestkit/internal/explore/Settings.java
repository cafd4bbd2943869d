package io.github.asltestkit.internal.explore;

import io.github.asltestkit.explore.Exploration.Progress;
import io.github.asltestkit.internal.shard.Shard;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How far an exploration goes. Each {@code with} method gives a changed copy.
 *
 * @param failures how many faults in one run at most
 * @param lostResponses whether responses may be lost
 * @param duplicates whether what is done at least once may be done twice
 * @param limit how many runs at most
 * @param seed the seed of the sample
 * @param executor where runs happen; null for the thread that asks
 * @param progress who is told how far it is
 * @param shard which of the runs are this JVM's
 */
record Settings(
        int failures,
        boolean lostResponses,
        boolean duplicates,
        int limit,
        long seed,
        @Nullable Executor executor,
        Consumer<? super Progress> progress,
        Shard shard) {
    static final int RUNS = 10_000;

    static Settings defaults() {
        return new Settings(1, false, false, RUNS, 1, null, progress -> {}, Shard.ofThisJvm());
    }

    Settings withFailures(int most) {
        if (most < 1) {
            throw new IllegalArgumentException(
                    "An exploration lets one call of a run go wrong or more, but failures(" + most + ") was asked for");
        }
        return new Settings(most, lostResponses, duplicates, limit, seed, executor, progress, shard);
    }

    Settings withLostResponses() {
        return new Settings(failures, true, duplicates, limit, seed, executor, progress, shard);
    }

    Settings withDuplicates() {
        return new Settings(failures, lostResponses, true, limit, seed, executor, progress, shard);
    }

    Settings withLimit(int most) {
        if (most < 1) {
            throw new IllegalArgumentException(
                    "An exploration makes one run or more, but limit(" + most + ") was asked for");
        }
        return new Settings(failures, lostResponses, duplicates, most, seed, executor, progress, shard);
    }

    Settings withSeed(long newSeed) {
        return new Settings(failures, lostResponses, duplicates, limit, newSeed, executor, progress, shard);
    }

    Settings withExecutor(Executor newExecutor) {
        return new Settings(failures, lostResponses, duplicates, limit, seed, newExecutor, progress, shard);
    }

    Settings withProgress(Consumer<? super Progress> listener) {
        return new Settings(failures, lostResponses, duplicates, limit, seed, executor, listener, shard);
    }
}
