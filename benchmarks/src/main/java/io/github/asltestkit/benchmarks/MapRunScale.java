package io.github.asltestkit.benchmarks;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.history.ExecutionStatus;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Distributed Maps over the rows of a file: two states and one mocked call for each row, results exported. Run it in a heap
 * of 512 MB: {@code mvn -q -Pmap-run -Dquick -DskipTests -pl benchmarks -am verify}. The first line warms up.
 */
public final class MapRunScale {
    private static final List<Integer> ITEMS = List.of(10_000, 10_000, 100_000, 1_000_000);

    private MapRunScale() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) {
        StateMachine machine = StateMachine.parse("import.asl.json", Definitions.IMPORT);
        System.out.printf(
                Locale.ROOT, "%10s %12s %12s %14s %16s%n", "items", "elapsed s", "CPU s", "CPU us each", "results MB");
        ITEMS.forEach(items -> run(machine, items));
    }

    private static void run(StateMachine machine, int items) {
        byte[] rows = rows(items);
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long start = System.nanoTime();
        StateMachineHarness harness = StateMachineHarness.create(machine);
        harness.s3().bucket("orders").put("rows.csv", rows);
        harness.s3().bucket("results");
        harness.mock("Store").returns("{\"stored\": true}");
        Execution execution = harness.run("{}");
        double elapsed = (System.nanoTime() - start) / 1e9;
        double cpuSeconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e9;
        long succeeded = execution.mapRun("Import").executionCounts().succeeded();
        if (execution.status() != ExecutionStatus.SUCCEEDED || succeeded != items) {
            throw new IllegalStateException(succeeded + " of " + items + ": " + execution.cause());
        }
        long results = harness.s3().bucket("results").list().stream()
                .mapToLong(object -> object.size())
                .sum();
        System.out.printf(
                Locale.ROOT,
                "%10d %12.1f %12.1f %14.1f %16d%n",
                items,
                elapsed,
                cpuSeconds,
                cpuSeconds * 1e6 / items,
                results >> 20);
    }

    private static byte[] rows(int items) {
        StringBuilder csv = new StringBuilder("id,amount\n");
        for (int i = 0; i < items; i++) {
            csv.append(i).append(',').append(i % 1000).append('\n');
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }
}
