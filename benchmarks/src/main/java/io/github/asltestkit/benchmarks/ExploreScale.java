package io.github.asltestkit.benchmarks;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.explore.ExplorationResult;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.function.IntSupplier;

/**
 * Explorations of order.asl.json with two faults, lost responses included, beside the same number of plain runs: a harness, its
 * mocks and one execution each. The two take turns, and the last lines are warm:
 * {@code mvn -q -Pexplore -Dquick -DskipTests -pl benchmarks -am verify}.
 */
public final class ExploreScale {
    private static final int ROUNDS = 8;
    private static final int EXPLORATIONS = 100;
    private static final String INPUT = "{\"order\": 7, \"total\": 129.90}";

    private ExploreScale() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) {
        StateMachine order = StateMachine.load("../samples/src/test/resources/order.asl.json");
        System.out.printf(Locale.ROOT, "%10s %16s %16s %10s%n", "runs", "explored/CPU s", "plain/CPU s", "ratio");
        for (int round = 0; round < ROUNDS; round++) {
            int[] runs = new int[1];
            double explored = seconds(() -> {
                for (int i = 0; i < EXPLORATIONS; i++) {
                    runs[0] += explore(order);
                }
                return runs[0];
            });
            double plain = seconds(() -> {
                for (int i = 0; i < runs[0]; i++) {
                    runPlainly(order);
                }
                return runs[0];
            });
            System.out.printf(
                    Locale.ROOT,
                    "%10d %16.0f %16.0f %10.2f%n",
                    runs[0],
                    runs[0] / explored,
                    runs[0] / plain,
                    explored / plain);
        }
    }

    private static double seconds(IntSupplier work) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        if (work.getAsInt() == 0) {
            throw new IllegalStateException("Nothing was run");
        }
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
    }

    private static StateMachineHarness scripted(StateMachine order) {
        StateMachineHarness harness = StateMachineHarness.create(order);
        harness.mockLambda("charge-card").returns("{\"receipt\": \"r-1\"}");
        harness.mock("ShipOrder").returns("{\"MessageId\": \"m-1\"}");
        return harness;
    }

    private static int explore(StateMachine order) {
        ExplorationResult result =
                scripted(order).explore(INPUT).failures(2).lostResponses().result();
        if (!result.isComplete()) {
            throw new IllegalStateException(result.extent());
        }
        return result.runs().size();
    }

    private static void runPlainly(StateMachine order) {
        Execution execution = scripted(order).run(INPUT);
        if (execution.output() == null) {
            throw new IllegalStateException(execution.toString());
        }
    }
}
