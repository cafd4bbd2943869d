package io.github.asltestkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.history.ExecutionHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.OutputDirectoryCreator;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.reporting.FileEntry;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

class FailureReportTest {

    @StateMachineTest("/pass.asl.json")
    static class Fails {
        @Test
        void and_leaves_a_report(StateMachineHarness harness) {
            harness.run();
            fail("on purpose");
        }
    }

    @StateMachineTest("/pass.asl.json")
    static class Passes {
        @Test
        void and_leaves_nothing(StateMachineHarness harness) {
            harness.run();
        }
    }

    private record Folder(Path getRootDirectory) implements OutputDirectoryCreator {
        @Override
        public Path createOutputDirectory(TestDescriptor test) throws IOException {
            return Files.createDirectories(getRootDirectory.resolve("report"));
        }
    }

    @Test
    void where_files_cannot_be_left_the_test_fails_with_its_own_failure_alone() {
        assertThat(Runs.failures(Runs.run(Fails.class))).singleElement().satisfies(failure -> {
            assertThat(failure).hasMessage("on purpose");
            assertThat(failure.getSuppressed()).isEmpty();
        });
    }

    @Test
    void a_failed_test_leaves_the_timeline_and_the_history_of_its_execution(@TempDir Path folder) throws IOException {
        EngineExecutionResults results = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(Fails.class))
                .outputDirectoryCreator(new Folder(folder))
                .execute();

        String timeline = results.allEvents()
                .reportingEntryPublished()
                .map(event -> event.getRequiredPayload(ReportEntry.class))
                .map(entry -> String.valueOf(entry.getKeyValuePairs().get("execution timeline")))
                .findFirst()
                .orElseThrow();
        assertThat(timeline).contains("SUCCEEDED after 0s", "Greet");
        assertThat(timeline.lines()).allMatch(line -> line.length() <= 119);
        List<Path> files = results.allEvents()
                .fileEntryPublished()
                .map(event -> event.getRequiredPayload(FileEntry.class).getPath())
                .toList();
        assertThat(files)
                .extracting(file -> file.getFileName().toString())
                .containsExactly("execution.timeline.txt", "execution.history.json");
        assertThat(ExecutionHistory.parse(Files.readString(files.get(1))).events())
                .hasSize(4);
    }

    @Test
    void a_test_that_passes_leaves_nothing() {
        EngineExecutionResults results = Runs.run(Passes.class);

        assertThat(results.allEvents().fileEntryPublished().count()).isZero();
        assertThat(results.allEvents().reportingEntryPublished().count()).isZero();
    }
}
