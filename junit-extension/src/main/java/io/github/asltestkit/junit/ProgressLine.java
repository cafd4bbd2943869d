package io.github.asltestkit.junit;

import io.github.asltestkit.MapRun;
import io.github.asltestkit.explore.Exploration;
import io.github.asltestkit.history.MapRunCounts;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** A line for every few seconds that a Map Run or an exploration takes in real time, so that a long one is not taken for one that hangs. */
final class ProgressLine implements Consumer<MapRun> {
    /** The configuration parameter that turns it off, with the value {@code false}. */
    static final String PARAMETER = "asl.testkit.progress";

    private static final long INTERVAL_NANOS = 5_000_000_000L;

    private final LongSupplier nanoTime;
    private final PrintStream out;
    private long next;

    ProgressLine(LongSupplier nanoTime, PrintStream out) {
        this.nanoTime = nanoTime;
        this.out = out;
        this.next = nanoTime.getAsLong() + INTERVAL_NANOS;
    }

    private boolean isDue() {
        long now = nanoTime.getAsLong();
        if (now - next < 0) {
            return false;
        }
        next = now + INTERVAL_NANOS;
        return true;
    }

    /** Runs of an exploration have ended. */
    void explored(Exploration.Progress progress) {
        if (isDue()) {
            out.println(String.format(
                    Locale.ROOT,
                    "Exploration: %,d of %,d runs that are known so far",
                    progress.done(),
                    progress.known()));
        }
    }

    @Override
    public void accept(MapRun run) {
        if (!isDue()) {
            return;
        }
        MapRunCounts counts = run.executionCounts();
        long unsuccessful = counts.failed() + counts.timedOut() + counts.aborted();
        out.println(String.format(
                Locale.ROOT,
                "Map Run of %s: %,d child executions have ended, %,d of them without success; %,d are running",
                run.statePath(),
                counts.succeeded() + unsuccessful,
                unsuccessful,
                counts.running()));
    }
}
