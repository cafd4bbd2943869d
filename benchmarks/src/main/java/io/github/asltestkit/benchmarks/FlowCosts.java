package io.github.asltestkit.benchmarks;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import io.github.asltestkit.Execution;
import io.github.asltestkit.HarnessOptions;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.history.ExecutionStatus;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/**
 * What a flow costs in what can be counted on a busy machine: CPU time of a thread, bytes, classes. Each line printed is
 * "name;figure". {@code benchmarks/against} runs it for this checkout and for an older commit in turn.
 */
public final class FlowCosts {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final String INPUT = "{\"order\": 7, \"items\": [{\"price\": 3}, {\"price\": 4}]}";

    private FlowCosts() {}

    /** @param args {@code first}, {@code warm}, {@code jsonata}, {@code threads}, {@code memory} or {@code class-path} */
    public static void main(String[] args) throws Exception {
        switch (args[0]) {
            case "first" -> first();
            case "warm" -> warm();
            case "jsonata" -> jsonata();
            case "threads" -> threads();
            case "memory" -> memory();
            case "class-path" -> System.out.println(System.getProperty("java.class.path"));
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    /** The first flow of a JVM that has used Jackson once, and the thousand flows after it. */
    private static void first() throws IOException {
        new ObjectMapper().readTree(Definitions.TASK_WAIT_TASK).toString();
        // What the measuring itself loads is loaded before.
        System.out.print("");
        long measuring = THREADS.getCurrentThreadCpuTime() + SYSTEM.getProcessCpuTime() + classes() + bytes();
        if (measuring == 0) {
            throw new IllegalStateException("This JVM counts nothing");
        }
        long classes = classes();
        long bytes = bytes();
        long process = SYSTEM.getProcessCpuTime();
        long thread = THREADS.getCurrentThreadCpuTime();
        StateMachine machine = StateMachine.parse("wait.asl.json", Definitions.TASK_WAIT_TASK);
        long parsed = THREADS.getCurrentThreadCpuTime();
        taskWaitTask(machine);
        long threadAfter = THREADS.getCurrentThreadCpuTime();
        System.out.println("first flow");
        print("first flow, classes", classes() - classes);
        print("first flow, KB", (bytes() - bytes) / 1024.0);
        print("first flow, thread CPU ms", (threadAfter - thread) / 1e6);
        print("of it to parse and validate, ms", (parsed - thread) / 1e6);
        print("first flow, process CPU ms", (SYSTEM.getProcessCpuTime() - process) / 1e6);
        process = SYSTEM.getProcessCpuTime();
        thread = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < 1000; i++) {
            taskWaitTask(machine);
        }
        print("next thousand, thread CPU us each", (THREADS.getCurrentThreadCpuTime() - thread) / 1e6);
        print("next thousand, process CPU us each", (SYSTEM.getProcessCpuTime() - process) / 1e6);
    }

    private static void warm() {
        StateMachine waiting = StateMachine.parse("wait.asl.json", Definitions.TASK_WAIT_TASK);
        StateMachine order = StateMachine.parse("order.asl.json", Definitions.ORDER);
        measure("task, hour, task", 4_000, 8, () -> taskWaitTask(waiting));
        measure("order flow", 3_000, 6, () -> order(order));
    }

    private static void jsonata() {
        StateMachine machine = StateMachine.parse("jsonata.asl.json", Definitions.JSONATA);
        Map<String, Object> input =
                Map.of("order", 7, "items", List.of(Map.of("price", 3), Map.of("price", 4)), "total", 7);
        List<Jsonata> expressions = new ArrayList<>();
        for (String text : List.of(
                "$sum($states.input.items.price)",
                "[$states.input.items[price < 4]]",
                "$states.input.order",
                "'order ' & $states.input.order & ' costs ' & $states.input.total")) {
            Jsonata expression = Jsonata.jsonata(text);
            expression.assign("states", Map.of("input", input));
            expressions.add(expression);
        }
        StateMachine constants = StateMachine.parse("constants.asl.json", Definitions.JSONATA_CONSTANTS);
        Map<String, Supplier<?>> measured = new LinkedHashMap<>();
        measured.put(
                "JSONata library alone",
                () -> expressions.stream()
                        .mapToInt(expression ->
                                String.valueOf(expression.evaluate(null)).length())
                        .sum());
        measured.put("JSONata flow", () -> StateMachineHarness.create(machine).run(INPUT));
        measured.put(
                "JSONata flow without expressions",
                () -> StateMachineHarness.create(constants).run(INPUT));
        measureInTurn(measured, 2_000, 30);
    }

    private static void threads() throws InterruptedException {
        StateMachine order = StateMachine.parse("order.asl.json", Definitions.ORDER);
        StateMachine jsonata = StateMachine.parse("jsonata.asl.json", Definitions.JSONATA);
        parallel("order flow", 20_000, () -> order(order));
        parallel(
                "JSONata flow", 5_000, () -> StateMachineHarness.create(jsonata).run(INPUT));
    }

    /** CPU time is what two threads share if they wait for nobody; how often they waited is counted beside it. */
    private static void parallel(String name, int flows, Supplier<?> flow) throws InterruptedException {
        for (int i = 0; i < flows; i++) {
            flow.get();
        }
        double one = Double.MAX_VALUE;
        double two = Double.MAX_VALUE;
        long blocked = 0;
        for (int round = 0; round < 6; round++) {
            double[] single = run(1, flows, flow);
            double[] pair = run(2, flows, flow);
            one = Math.min(one, single[0]);
            two = Math.min(two, pair[0]);
            blocked += (long) pair[1];
        }
        print(name + ", CPU of two threads against one", two / one);
        print(name + ", times that a thread was blocked", blocked);
    }

    /** The CPU time per flow in microseconds, and how often a thread was blocked. */
    private static double[] run(int threads, int flows, Supplier<?> flow) throws InterruptedException {
        CountDownLatch start = new CountDownLatch(1);
        long[] cpu = new long[threads];
        long[] blocked = new long[threads];
        List<Thread> all = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            int index = t;
            Thread thread = new Thread(() -> {
                try {
                    start.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                long before = THREADS.getCurrentThreadCpuTime();
                for (int i = 0; i < flows; i++) {
                    flow.get();
                }
                cpu[index] = THREADS.getCurrentThreadCpuTime() - before;
                blocked[index] =
                        THREADS.getThreadInfo(Thread.currentThread().getId()).getBlockedCount();
            });
            thread.start();
            all.add(thread);
        }
        start.countDown();
        long sum = 0;
        long waits = 0;
        for (int t = 0; t < threads; t++) {
            all.get(t).join();
            sum += cpu[t];
            waits += blocked[t];
        }
        return new double[] {sum / 1e3 / flows / threads, waits};
    }

    /** What a harness that keeps no execution that has ended still holds. */
    private static void memory() {
        StateMachineHarness harness = StateMachineHarness.create(
                StateMachine.parse("wait.asl.json", Definitions.TASK_WAIT_TASK),
                HarnessOptions.defaults().withKeptExecutions(0));
        harness.mock("First").returns("{}");
        harness.mock("Second").returns("{}");
        int run = 0;
        for (int runs : new int[] {10_000, 100_000, 1_000_000}) {
            for (; run < runs; run++) {
                succeeded(harness.run());
            }
            System.gc();
            print(
                    "live after " + runs + " executions in one harness, KB",
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1024.0);
        }
    }

    private static void measure(String name, int flows, int rounds, Supplier<?> flow) {
        measureInTurn(Map.of(name, flow), flows, rounds);
    }

    /** The least of all rounds: of several, each has a round before any has its next one. */
    private static void measureInTurn(Map<String, Supplier<?>> measured, int flows, int rounds) {
        Map<String, long[]> least = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            measured.forEach((name, flow) -> {
                long bytes = bytes();
                long cpu = THREADS.getCurrentThreadCpuTime();
                for (int i = 0; i < flows; i++) {
                    flow.get();
                }
                long[] costs = {THREADS.getCurrentThreadCpuTime() - cpu, bytes() - bytes};
                least.merge(name, costs, (one, other) ->
                        new long[] {Math.min(one[0], other[0]), Math.min(one[1], other[1])});
            });
        }
        least.forEach((name, costs) -> {
            print(name + ", CPU us", costs[0] / 1e3 / flows);
            print(name + ", bytes", (double) costs[1] / flows);
        });
    }

    private static long classes() {
        return ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount();
    }

    private static long bytes() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }

    private static Execution taskWaitTask(StateMachine machine) {
        StateMachineHarness harness = StateMachineHarness.create(machine);
        harness.mock("First").returns("{}");
        harness.mock("Second").returns("{}");
        return succeeded(harness.run());
    }

    private static Execution order(StateMachine machine) {
        StateMachineHarness harness = StateMachineHarness.create(machine);
        harness.mock("Charge").returns("{\"charged\": true}");
        harness.mock("Ship").returns("{\"shipped\": true}");
        return succeeded(harness.run(INPUT));
    }

    private static Execution succeeded(Execution execution) {
        if (execution.status() != ExecutionStatus.SUCCEEDED) {
            throw new IllegalStateException(execution.toString());
        }
        return execution;
    }

    /** Without a formatter: what it loads would be loaded for the flow as well. */
    private static void print(String name, double figure) {
        System.out.print(name);
        System.out.print(';');
        System.out.println(Math.round(figure * 100) / 100.0);
    }
}
