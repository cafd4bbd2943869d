package io.github.asltestkit.benchmarks;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.Stays;
import io.github.asltestkit.junit.ProvenOnAws;
import io.github.asltestkit.junit.StateMachineTest;
import io.github.asltestkit.proof.ProofFolder;
import io.github.asltestkit.proof.Prover;
import io.github.asltestkit.proof.Stay;
import io.github.asltestkit.proof.StayReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * What the offline check of proofs costs: the same tests with and without it, in turns, each time in a JVM of their own, as suites
 * are run, and in one JVM that is warm; and one stay by itself. The toolkit's own TestState makes the proofs first. The tests are as
 * small as tests can be. In one suite each test has an input of its own, so that each stay has a file of its own; in the other, tests
 * repeat the stays of other tests, as most do.
 */
public final class ProofScale {
    private static final int LAPS = 20;
    private static final int WARM_UP = 10;
    private static final int TESTS = 100;
    private static final int COLD_LAPS = 10;
    private static final int ORDERS = 10;
    private static final String MEASURED = "measured: ";
    private static final String FOLDER = "target/proof-scale";

    private ProofScale() {}

    /** Tests each of which has an order of its own. */
    abstract static class Orders {
        @RepeatedTest(TESTS)
        void order(StateMachineHarness harness, RepetitionInfo repetition) {
            run(harness, repetition.getCurrentRepetition());
        }
    }

    /** Tests that share a few orders. */
    abstract static class SharedOrders {
        @RepeatedTest(TESTS)
        void order(StateMachineHarness harness, RepetitionInfo repetition) {
            run(harness, 1 + repetition.getCurrentRepetition() % ORDERS);
        }
    }

    /** Without proofs. */
    @StateMachineTest(definition = Definitions.ORDER)
    static class Alone extends Orders {}

    /** With proofs. */
    @StateMachineTest(definition = Definitions.ORDER)
    @ProvenOnAws(FOLDER)
    static class Proven extends Orders {}

    /** Without proofs. */
    @StateMachineTest(definition = Definitions.ORDER)
    static class SharedAlone extends SharedOrders {}

    /** With proofs. */
    @StateMachineTest(definition = Definitions.ORDER)
    @ProvenOnAws(FOLDER)
    static class SharedProven extends SharedOrders {}

    private static final Map<String, Class<?>> SUITES = Map.of(
            "Alone", Alone.class,
            "Proven", Proven.class,
            "SharedAlone", SharedAlone.class,
            "SharedProven", SharedProven.class);

    private static Execution run(StateMachineHarness harness, int order) {
        harness.mock("Charge").returns("{\"charged\": true}");
        harness.mock("Ship").returns("{\"MessageId\": \"m-" + order + "\"}");
        return harness.run("{\"order\": " + order + ", \"items\": [{\"price\": 3}, {\"price\": 4}]}");
    }

    /**
     * Runs it.
     *
     * @param arguments none; or the name of the tests that a JVM runs once, to print its CPU time and how long it took
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length > 0) {
            long start = System.nanoTime();
            double thread = suite(Objects.requireNonNull(SUITES.get(arguments[0])));
            double wall = (System.nanoTime() - start) / 1e6;
            System.out.println(MEASURED + thread + " " + processCpu() + " " + wall);
            return;
        }
        StateMachine machine = StateMachine.parse("order.asl.json", Definitions.ORDER);
        List<Execution> executions = new ArrayList<>();
        for (int order = 1; order <= TESTS; order++) {
            executions.add(run(StateMachineHarness.create(machine), order));
        }
        List<Stay> stays = new ArrayList<>();
        executions.forEach(execution -> stays.addAll(Stays.of(execution)));
        ProofFolder folder = ProofFolder.at(Path.of(FOLDER));
        StateMachineHarness aws = StateMachineHarness.create(machine);
        new Prover(request -> aws.api().call("TestState", request), pause -> {})
                .withMaxRequests(stays.size())
                .prove(folder, stays, System.out::println)
                .verify();
        cold("each stay has a file of its own", "");
        cold("tests repeat stays", "Shared");
        double[] alone = new double[LAPS];
        double[] proven = new double[LAPS];
        double[] read = new double[LAPS];
        for (int lap = -WARM_UP; lap < LAPS; lap++) {
            boolean first = lap % 2 == 0;
            double one = suite(first ? Alone.class : Proven.class);
            double other = suite(first ? Proven.class : Alone.class);
            double each = stays(executions) / stays.size();
            if (lap >= 0) {
                alone[lap] = first ? one : other;
                proven[lap] = first ? other : one;
                read[lap] = each;
            }
        }
        print("each stay has a file of its own, one warm JVM", alone, proven);
        System.out.printf(
                Locale.ROOT,
                "a stay, its file read and parsed anew: minimum %.4f ms, median %.4f ms%n",
                minimum(read),
                median(read));
    }

    /** Each time in a JVM of its own. */
    private static void cold(String which, String prefix) throws IOException, InterruptedException {
        double[][] alone = new double[3][COLD_LAPS];
        double[][] proven = new double[3][COLD_LAPS];
        for (int lap = 0; lap < COLD_LAPS; lap++) {
            boolean first = lap % 2 == 0;
            double[] one = process(prefix + (first ? "Alone" : "Proven"));
            double[] other = process(prefix + (first ? "Proven" : "Alone"));
            for (int i = 0; i < one.length; i++) {
                alone[i][lap] = first ? one[i] : other[i];
                proven[i][lap] = first ? other[i] : one[i];
            }
        }
        print(which + ", a JVM of their own, CPU of the thread", alone[0], proven[0]);
        print(which + ", a JVM of their own, CPU of the process", alone[1], proven[1]);
        print(which + ", a JVM of their own, by the clock", alone[2], proven[2]);
    }

    private static double[] process(String tests) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ProofScale.class.getName(),
                        tests)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(tests + " ended with " + process.exitValue() + ": " + printed);
        }
        String measured =
                printed.substring(printed.indexOf(MEASURED) + MEASURED.length()).strip();
        return Arrays.stream(measured.split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static void print(String where, double[] alone, double[] proven) {
        double[] ratios = new double[alone.length];
        for (int lap = 0; lap < ratios.length; lap++) {
            ratios[lap] = proven[lap] / alone[lap];
        }
        System.out.printf(
                Locale.ROOT,
                "%d tests, %s: %.1f ms without proofs, %.1f ms with them (medians); minimums %.1f and %.1f ms, ratio %.3f;"
                        + " median ratio %.3f%n",
                TESTS,
                where,
                median(alone),
                median(proven),
                minimum(alone),
                minimum(proven),
                minimum(proven) / minimum(alone),
                median(ratios));
    }

    private static double processCpu() {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        return system instanceof com.sun.management.OperatingSystemMXBean jvm ? jvm.getProcessCpuTime() / 1e6 : 0;
    }

    private static double suite(Class<?> tests) {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        long start = cpu();
        try (LauncherSession session = LauncherFactory.openSession()) {
            session.getLauncher()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(selectClass(tests))
                                    .configurationParameter("asl.testkit.report.dir", "target/proof-scale-report")
                                    .configurationParameter("asl.testkit.report.console", "false")
                                    .build(),
                            summary);
        }
        double millis = (cpu() - start) / 1e6;
        if (summary.getSummary().getTestsSucceededCount() != TESTS) {
            throw new AssertionError(summary.getSummary().getFailures().toString());
        }
        return millis;
    }

    /** Stays of executions that have ended, read and held against a folder that is read anew. */
    private static double stays(List<Execution> executions) {
        long start = cpu();
        StayReader reader = new StayReader();
        ProofFolder folder = ProofFolder.at(Path.of(FOLDER));
        for (Execution execution : executions) {
            folder.check(Stays.of(execution, reader)).verify();
        }
        return (cpu() - start) / 1e6;
    }

    /** The time of this thread, so that a busy machine changes little. */
    private static long cpu() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return threads.getCurrentThreadCpuTime();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double minimum(double[] values) {
        return Arrays.stream(values).min().orElse(0);
    }
}
