package io.github.asltestkit.internal.execution;

import java.util.Random;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Random values that are seeded when the first one is asked for: most states ask for none. */
final class LazyRandom implements RandomGenerator {
    private final Visit visit;
    private @Nullable Random seeded;

    LazyRandom(Visit visit) {
        this.visit = visit;
    }

    private Random seeded() {
        Random random = seeded;
        if (random == null) {
            ExecutionRun run = visit.frame.run;
            random = new Random(run.host.ids().seed("random " + run.name() + " " + visit.place()));
            seeded = random;
        }
        return random;
    }

    @Override
    public long nextLong() {
        return seeded().nextLong();
    }

    @Override
    public double nextDouble() {
        return seeded().nextDouble();
    }
}
