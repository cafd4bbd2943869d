package io.github.asltestkit.benchmarks;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.junit.StateMachineTest;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * What a mutant and test costs, the test itself included: the tests of a class alone, and the same tests run again with every
 * mutant of their definition, in turns within one JVM. The tests assert little, so that most mutants survive and are run with
 * all of them.
 */
public final class MutationScale {
    private static final int LAPS = 6;
    private static final int TESTS = 20;

    private MutationScale() {}

    /** Tests that notice little. */
    @StateMachineTest(definition = Definitions.ORDER)
    static class OrderTests {
        @RepeatedTest(TESTS)
        void order(StateMachineHarness harness) {
            harness.mock("Charge").lenient().returns("{\"charged\": true}");
            harness.mock("Ship").lenient().returns("{}");
            Execution execution = harness.start("{\"order\": 7, \"items\": [{\"price\": 3}, {\"price\": 4}]}");
            if (execution.status() == ExecutionStatus.ABORTED) {
                throw new AssertionError("aborted");
            }
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) throws IOException {
        for (int lap = 1; lap <= LAPS; lap++) {
            Path folder = Files.createTempDirectory("mutation-scale");
            double alone = run(folder.resolve("alone"), false);
            double mutated = run(folder.resolve("mutated"), true);
            JsonNode report = new ObjectMapper()
                    .readTree(folder.resolve("mutated/mutation.json").toFile());
            long runs = 0;
            int mutants = 0;
            for (JsonNode file : report.path("files")) {
                for (JsonNode mutant : file.path("mutants")) {
                    mutants++;
                    runs += mutant.path("status").asText().equals("Killed")
                            ? 1
                            : mutant.path("coveredBy").size();
                }
            }
            System.out.printf(
                    Locale.ROOT,
                    "lap %d: a test in a session of its own class %.2f ms, %d mutants, %d runs, a mutant and test %.2f ms%n",
                    lap,
                    alone / TESTS,
                    mutants,
                    runs,
                    (mutated - alone) / runs);
            delete(folder);
        }
    }

    /** The milliseconds of a session: the time of the thread that runs it, so that a busy machine changes little. */
    private static double run(Path folder, boolean mutants) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        try (LauncherSession session = LauncherFactory.openSession()) {
            session.getLauncher()
                    .execute(LauncherDiscoveryRequestBuilder.request()
                            .selectors(selectClass(OrderTests.class))
                            .configurationParameter("asl.testkit.report.dir", folder.toString())
                            .configurationParameter("asl.testkit.report.console", "false")
                            .configurationParameter("asl.testkit.mutation", String.valueOf(mutants))
                            .build());
        }
        return (threads.getCurrentThreadCpuTime() - start) / 1e6;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
