package io.github.asltestkit.benchmarks;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.sun.management.ThreadMXBean;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.junit.StateMachineTest;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * What a test costs that asks for nothing: neither a report nor mutants. Each line printed is "name;figure", the least of the
 * laps; {@code benchmarks/against} runs it for this checkout and for an older commit in turn.
 */
public final class TestCosts {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int TESTS = 500;
    private static final int LAPS = 12;

    private TestCosts() {}

    /** As users write them. */
    @StateMachineTest(definition = Definitions.ORDER)
    static class OrderTests {
        @RepeatedTest(TESTS)
        void order(StateMachineHarness harness) {
            harness.mock("Charge").lenient().returns("{\"charged\": true}");
            harness.mock("Ship").lenient().returns("{}");
            if (harness.start("{\"order\": 7, \"items\": [{\"price\": 3}, {\"price\": 4}]}")
                            .status()
                    == ExecutionStatus.ABORTED) {
                throw new AssertionError("aborted");
            }
        }
    }

    /** Runs it. */
    public static void main(String[] args) {
        long cpu = Long.MAX_VALUE;
        long bytes = Long.MAX_VALUE;
        for (int lap = 0; lap < LAPS; lap++) {
            long cpuBefore = THREADS.getCurrentThreadCpuTime();
            long bytesBefore = THREADS.getCurrentThreadAllocatedBytes();
            try (LauncherSession session = LauncherFactory.openSession()) {
                session.getLauncher()
                        .execute(LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(OrderTests.class))
                                .configurationParameter("asl.testkit.report.enabled", "false")
                                .build());
            }
            cpu = Math.min(cpu, THREADS.getCurrentThreadCpuTime() - cpuBefore);
            bytes = Math.min(bytes, THREADS.getCurrentThreadAllocatedBytes() - bytesBefore);
        }
        System.out.println("a test in its session, CPU us;" + cpu / 1e3 / TESTS);
        System.out.println("a test in its session, bytes;" + bytes / TESTS);
    }
}
