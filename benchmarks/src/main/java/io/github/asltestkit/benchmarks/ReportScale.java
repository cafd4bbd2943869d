package io.github.asltestkit.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.report.DefinitionNames;
import io.github.asltestkit.report.ExecutedRun;
import io.github.asltestkit.report.RunRecorder;
import io.github.asltestkit.report.RunReport;
import io.github.asltestkit.report.TestedBy;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What the report costs an execution: to write it down when its test ends, and to make the pages when all tests have ended.
 * Arguments: how many tests, and how many executions each. Give it little memory ({@code -Xmx256m}) to see that it needs
 * little.
 */
public final class ReportScale {
    private static final int LAPS = 5;
    private static final String FLAKY = "Bank.Busy";

    private final int tests;
    private final int executions;
    private final StateMachine order = StateMachine.parse("order.asl.json", Definitions.ORDER);
    private final JsonNode input;

    private ReportScale(int tests, int executions) throws IOException {
        this.tests = tests;
        this.executions = executions;
        this.input = new ObjectMapper().readTree("{\"order\": 7, \"items\": [{\"price\": 3}, {\"price\": 4}]}");
    }

    /** Runs it. */
    public static void main(String[] arguments) throws IOException {
        int tests = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
        int executions = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
        ReportScale scale = new ReportScale(tests, executions);
        for (int lap = 1; lap <= LAPS; lap++) {
            Path folder = Files.createTempDirectory("report-scale");
            scale.lap(lap, folder);
            delete(folder);
        }
    }

    private void lap(int lap, Path folder) throws IOException {
        Path runs = folder.resolve("a" + RunReport.RUN_FILE);
        long recording = 0;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(runs));
                RunRecorder recorder = new RunRecorder(out, DefinitionNames.AS_GIVEN)) {
            for (int i = 0; i < tests; i++) {
                TestedBy test =
                        new TestedBy("shop|" + i, "shop.OrderTest", "test " + i, TestedBy.Status.PASSED, null, i);
                List<ExecutedRun> executed = executed();
                long start = cpuTime();
                recorder.add(test, List.of(order.definition()), executed);
                recording += cpuTime() - start;
            }
        }
        long start = cpuTime();
        RunReport.read(List.of(runs)).write(folder.resolve("report"));
        long writing = cpuTime() - start;
        double each = 1_000.0 * tests * executions;
        System.out.println(String.format(
                Locale.ROOT,
                "lap %d: CPU to record %.1f us an execution, for pages %.1f us, together %.1f us; runs %d kB, index %d kB",
                lap,
                recording / each,
                writing / each,
                (recording + writing) / each,
                Files.size(runs) / 1_000,
                Files.size(folder.resolve("report/index.html")) / 1_000));
    }

    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private List<ExecutedRun> executed() {
        StateMachineHarness harness = StateMachineHarness.create(order);
        harness.mock("Charge").fails("Lambda.ServiceException", FLAKY).thenReturns("{\"charged\": true}");
        harness.mock("Ship").returns("{\"MessageId\": \"1\"}");
        List<ExecutedRun> executed = new ArrayList<>();
        for (int i = 0; i < executions; i++) {
            Execution execution = harness.run(input);
            executed.add(new ExecutedRun(
                    execution.name(),
                    order.name(),
                    execution.definition(),
                    execution.definition(),
                    execution.history(),
                    execution.dataFlow(),
                    execution.notes()));
        }
        return executed;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
