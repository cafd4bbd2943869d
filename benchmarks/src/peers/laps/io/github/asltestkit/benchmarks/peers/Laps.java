package io.github.asltestkit.benchmarks.peers;

import java.util.Arrays;
import java.util.Locale;

/** Times the same flow over and over in one process, as a suite of tests does, and prints one line. */
final class Laps {
    /** How many flows a suite has before it is warm, or has ended. */
    private static final int EARLY = 1000;

    private Laps() {}

    /** A flow that may fail. */
    interface Flow {
        void run() throws Exception;
    }

    /**
     * Runs a flow a number of times, one after the other.
     *
     * @param startNanos when the process's main method began
     */
    static void print(String name, int laps, long startNanos, Flow flow) throws Exception {
        flow.run();
        double firstMillis = (System.nanoTime() - startNanos) / 1e6;
        long[] nanos = new long[laps];
        for (int i = 0; i < laps; i++) {
            long before = System.nanoTime();
            flow.run();
            nanos[i] = System.nanoTime() - before;
        }
        double early = Arrays.stream(nanos).limit(EARLY).average().orElseThrow() / 1e6;
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT, "%s;%.0f;%.4f;%.4f;%d%n", name, firstMillis, early, nanos[laps / 2] / 1e6, laps);
    }
}
