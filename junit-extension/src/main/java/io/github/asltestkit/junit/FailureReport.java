package io.github.asltestkit.junit;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.report.Timeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.MediaType;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.JUnitException;

/**
 * What a failed test leaves behind: the timeline of each execution in the test's report, and as files beside it the
 * timeline and the history as GetExecutionHistory gives it.
 */
final class FailureReport {
    private static final MediaType TEXT = MediaType.TEXT_PLAIN_UTF_8;
    private static final MediaType JSON = MediaType.APPLICATION_JSON;

    private FailureReport() {}

    static void publish(ExtensionContext context, StateMachineHarness harness) {
        List<Execution> executions = harness.executions();
        for (int i = 0; i < executions.size(); i++) {
            Execution execution = executions.get(i);
            String name = executions.size() == 1 ? "execution" : "execution-" + (i + 1);
            String timeline =
                    Timeline.of(execution.history(), execution.definition()).text();
            context.publishReportEntry(name + " timeline", "\n" + timeline);
            publishFiles(context, execution, name, timeline);
        }
    }

    private static void publishFiles(ExtensionContext context, Execution execution, String name, String timeline) {
        try {
            context.publishFile(name + ".timeline.txt", TEXT, file -> Files.writeString(file, timeline));
            context.publishFile(name + ".history.json", JSON, file -> writeHistory(execution, file));
        } catch (JUnitException noFolder) {
            // Whoever runs the tests takes no files: the report has the timeline, and the failure stays the test's own.
        }
    }

    private static void writeHistory(Execution execution, Path file) {
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            execution.history().write(writer);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("The history cannot be written to " + file, unwritable);
        }
    }
}
