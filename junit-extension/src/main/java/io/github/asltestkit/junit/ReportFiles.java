package io.github.asltestkit.junit;

import io.github.asltestkit.history.ExecutionHistory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.JUnitException;

/** The files of a failed test, attached through JUnit where the running JUnit can: from 5.12 on. */
final class ReportFiles {
    private ReportFiles() {}

    static void publish(ExtensionContext context, String name, String timeline, ExecutionHistory history) {
        try {
            publishThroughJUnit(context, name, timeline, history);
        } catch (JUnitException noFolder) {
            // Whoever runs the tests takes no files: the report has the timeline, and the failure stays the test's own.
        } catch (NoClassDefFoundError | NoSuchMethodError olderJUnit) {
            // The report has the timeline there too.
        }
    }

    private static void publishThroughJUnit(
            ExtensionContext context, String name, String timeline, ExecutionHistory history) {
        context.publishFile(
                name + ".timeline.txt",
                org.junit.jupiter.api.extension.MediaType.TEXT_PLAIN_UTF_8,
                file -> Files.writeString(file, timeline));
        context.publishFile(
                name + ".history.json",
                org.junit.jupiter.api.extension.MediaType.APPLICATION_JSON,
                file -> write(history, file));
    }

    private static void write(ExecutionHistory history, Path file) {
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            history.write(writer);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("The history cannot be written to " + file, unwritable);
        }
    }
}
