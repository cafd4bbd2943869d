package io.github.asltestkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.asltestkit.history.ExecutionStatus;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a flow costs in what can be counted exactly. If a change makes a count smaller, lower its ceiling in the same commit; a
 * ceiling never rises. Times are in {@code benchmarks}, and no test's business.
 */
class FlowCostTest {
    /** Classes that the first flow of a JVM that has used Jackson loads, the JDK's and hidden ones included. */
    private static final int CLASSES_OF_A_FIRST_FLOW = 510;

    /** Bytes that a task, an hour, a task allocate, without what the JIT compiler saves of them. */
    private static final long BYTES_OF_A_FLOW = 13_100;

    private static final String DEFINITION = """
            {"Comment": "asl-testkit: ignore MISSING_PARAMETER", "StartAt": "First", "States": {
              "First": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Next": "Wait"},
              "Wait": {"Type": "Wait", "Seconds": 3600, "Next": "Second"},
              "Second": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "End": true}}}""";

    /** A program of its own: the first flow of its JVM. */
    static final class FirstFlow {
        private FirstFlow() {}

        public static void main(String[] arguments) throws Exception {
            new com.fasterxml.jackson.databind.ObjectMapper()
                    .readTree(DEFINITION)
                    .toString();
            long before = ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount();
            flow(StateMachine.parse("wait.asl.json", DEFINITION));
            System.out.println(ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount() - before);
        }
    }

    @Test
    void a_first_flow_loads_no_more_classes_than_before(@TempDir Path folder) throws Exception {
        Path output = folder.resolve("classes");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        FirstFlow.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }

        String printed = Files.readString(output, StandardCharsets.UTF_8).strip();

        assertThat(printed).matches("\\d+");
        assertThat(Integer.parseInt(printed)).isLessThanOrEqualTo(CLASSES_OF_A_FIRST_FLOW);
    }

    @Test
    void a_flow_allocates_no_more_bytes_than_before() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        StateMachine machine = StateMachine.parse("wait.asl.json", DEFINITION);
        long fewest = Long.MAX_VALUE;
        for (int i = 0; i < 100; i++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            flow(machine);
            fewest = Math.min(fewest, threads.getCurrentThreadAllocatedBytes() - before);
        }

        assertThat(fewest).isLessThanOrEqualTo(BYTES_OF_A_FLOW);
    }

    private static void flow(StateMachine machine) {
        StateMachineHarness harness = StateMachineHarness.create(machine);
        harness.mock("First").returns("{}");
        harness.mock("Second").returns("{}");
        if (harness.run().status() != ExecutionStatus.SUCCEEDED) {
            throw new IllegalStateException("The flow failed");
        }
    }
}
