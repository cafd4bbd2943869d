package io.github.asltestkit.junit;

import io.github.asltestkit.coverage.Coverage;
import io.github.asltestkit.coverage.CoverageFormat;
import io.github.asltestkit.coverage.DefinitionCoverage;
import io.github.asltestkit.coverage.MinimumCoverage;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.report.ExecutedRun;
import io.github.asltestkit.report.RunRecorder;
import io.github.asltestkit.report.RunReport;
import io.github.asltestkit.report.TestedBy;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What the tests of one session of the launcher, so of one JVM, execute: written to a file of its own as the tests end, and
 * joined in the end with the files of all other JVMs that are in the folder.
 */
final class SessionRecording {
    private static final String RUNS = "runs";

    /** Where the files of other JVMs lie that have not ended: nobody reads them by this name. */
    private static final String UNFINISHED = ".part";

    private final ReportSettings settings;
    private final Path file;
    private @Nullable RunRecorder recorder;
    private @Nullable IOException unwritable;

    SessionRecording(ReportSettings settings) {
        this.settings = settings;
        this.file = settings.folder().resolve(RUNS).resolve(UUID.randomUUID() + RunReport.RUN_FILE);
    }

    /** The recording of the session that runs a test; null where nothing is recorded. */
    static @Nullable SessionRecording of(ExtensionContext context) {
        try {
            RunListener listener = context.getStore(ExtensionContext.StoreScope.LAUNCHER_SESSION, Stores.NAMESPACE)
                    .get(RunListener.class, RunListener.class);
            return listener == null ? null : listener.recording();
        } catch (LinkageError beforeJUnit5_13) {
            return null;
        }
    }

    /**
     * Writes down a test, and gives what it took; null where nothing can be written. That is no reason for a test to fail:
     * {@link #finish()} tells of it.
     */
    synchronized @Nullable Coverage add(TestedBy test, List<Definition> definitions, List<ExecutedRun> runs) {
        if (unwritable != null) {
            return null;
        }
        try {
            if (recorder == null) {
                Files.createDirectories(file.getParent());
                recorder = new RunRecorder(Files.newBufferedWriter(unfinished()), RepositoryNames.of());
            }
            return recorder.add(test, definitions, runs);
        } catch (IOException cannot) {
            unwritable = cannot;
            return null;
        }
    }

    private Path unfinished() {
        return file.resolveSibling(file.getFileName() + UNFINISHED);
    }

    /** Where the report will tell of a test. */
    String page(TestedBy test) {
        return settings.folder().resolve("index.html").toAbsolutePath().toUri() + "#test/" + test.slug();
    }

    /**
     * Writes the report.
     *
     * @throws AssertionError if the coverage falls short of a minimum, or if there is one and nothing can be written
     */
    void finish() {
        List<String> shortfalls = List.of();
        try {
            if (unwritable != null) {
                throw unwritable;
            }
            if (recorder == null) {
                return;
            }
            recorder.close();
            Files.move(unfinished(), file);
            RunReport report = write();
            if (settings.console()) {
                System.out.println("\n" + CoverageFormat.TABLE.text(report.coverage()) + "\nReport: "
                        + settings.folder()
                                .resolve("index.html")
                                .toAbsolutePath()
                                .toUri());
            }
            shortfalls = shortfalls(report.coverage());
        } catch (IOException cannot) {
            String message = "The report of ASL Testkit cannot be written to " + settings.folder() + ": " + cannot;
            if (settings.minimum("").isPresent()) {
                throw new AssertionError(
                        message + "\nSo it is not known whether the minimum coverage is reached.", cannot);
            }
            System.err.println(message);
        }
        if (!shortfalls.isEmpty()) {
            throw new AssertionError(String.join("\n\n", shortfalls));
        }
    }

    /** One JVM after the other; the last one's report has the tests of all. */
    private RunReport write() throws IOException {
        synchronized (SessionRecording.class) {
            try (FileChannel channel = FileChannel.open(
                    settings.folder().resolve(RUNS).resolve(".lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE)) {
                channel.lock(); // until the channel is closed
                RunReport report =
                        RunReport.read(List.of(settings.folder().resolve(RUNS)), StaleTestFilter::stillExists);
                report.write(settings.folder());
                for (Path superseded : report.superseded()) {
                    Files.deleteIfExists(superseded);
                }
                return report;
            }
        }
    }

    private List<String> shortfalls(Coverage coverage) {
        List<String> shortfalls = new ArrayList<>();
        settings.minimum("").ifPresent(percent -> {
            String shortfall = new MinimumCoverage(percent, ReportSettings.MINIMUM).shortfall(coverage);
            if (shortfall != null) {
                shortfalls.add(shortfall);
            }
        });
        for (DefinitionCoverage definition : coverage.definitions()) {
            String suffix = "." + definition.outline().name();
            settings.minimum(suffix).ifPresent(percent -> {
                String shortfall = new MinimumCoverage(percent, ReportSettings.MINIMUM + suffix).shortfall(definition);
                if (shortfall != null) {
                    shortfalls.add(shortfall);
                }
            });
        }
        return shortfalls;
    }
}
