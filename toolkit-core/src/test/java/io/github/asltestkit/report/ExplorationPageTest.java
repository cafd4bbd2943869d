package io.github.asltestkit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.explore.Exploration;
import io.github.asltestkit.explore.ExploredRun;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An exploration has a page of its own, on which its counterexamples and one run of each outcome are on the graph. */
class ExplorationPageTest {
    private static final String JOB = """
            {"StartAt": "Settle", "States": {"Settle": {"Type": "Task",
              "Resource": "arn:aws:states:::batch:submitJob.sync",
              "Parameters": {"JobName": "n", "JobQueue": "q", "JobDefinition": "d"}, "End": true}}}""";

    private static Exploration explored() {
        StateMachineHarness harness = StateMachineHarness.create(StateMachine.parse("job.asl.json", JOB));
        harness.mock("Settle").jobSucceedsAfter(Duration.ofHours(6), "{}");
        Exploration exploration = harness.explore("{}").failures(1);
        ExploredRun waiting = exploration.result().runs().stream()
                .filter(ExploredRun::waitsForTheQuota)
                .findFirst()
                .orElseThrow();
        exploration.noteCounterexample("A run waits until the quota of the service ends it.", waiting);
        assertThat(harness.explorations()).containsExactly(exploration);
        return exploration;
    }

    private static RunReport report(Path folder, String... ids) throws Exception {
        for (String id : ids) {
            ByteArrayOutputStream lines = new ByteArrayOutputStream();
            try (RunRecorder recorder = new RunRecorder(lines, DefinitionNames.AS_GIVEN)) {
                recorder.add(
                        new TestedBy(id, "JobTest", "settles " + id, TestedBy.Status.FAILED, "It waits.", 1),
                        explored());
            }
            Files.write(folder.resolve(id + RunReport.RUN_FILE), lines.toByteArray());
        }
        return RunReport.read(List.of(folder));
    }

    @Test
    void its_page_has_the_table_the_counterexample_and_a_run_of_each_outcome(@TempDir Path folder) throws Exception {
        RunReport report = report(folder, "one");
        report.write(folder.resolve("report"));

        assertThat(report.tests()).hasSize(1);
        assertThat(report.coverage().ratio().percent()).isZero();
        assertThat(Files.readString(folder.resolve("report/tests/0.js")))
                .contains(
                        "A run waits until the quota of the service ends it.",
                        "Settle@1.1 job-never-ends",
                        "job.asl.json: explored all 6 runs, each with one fault at most",
                        "Batch.ThrottlingException",
                        "no fault");
        assertThat(Files.readString(folder.resolve("report/index.html"))).contains("settles one", "test.about");
    }

    @Test
    void each_exploration_has_a_page(@TempDir Path folder) throws Exception {
        assertThat(report(folder, "one", "two").tests()).hasSize(2);
    }
}
