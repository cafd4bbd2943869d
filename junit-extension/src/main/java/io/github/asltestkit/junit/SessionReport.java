package io.github.asltestkit.junit;

import io.github.asltestkit.coverage.CoverageFormat;
import io.github.asltestkit.mutation.MutationTable;
import io.github.asltestkit.report.RunReport;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The report of a session of the launcher, so of one JVM: made of what its tests left in the folder of runs, joined with
 * what the tests of all other JVMs left there. A minimum is judged by the last JVM that writes to the folder.
 */
final class SessionReport {
    private final ReportSettings settings;
    private final FileTime begun = FileTime.from(Instant.now().minusMillis(10)); // file systems round down
    private @Nullable Path announcement;
    private @Nullable IOException unwritable;

    private SessionReport(ReportSettings settings) {
        this.settings = settings;
    }

    /**
     * The report of a session that begins.
     *
     * @param judged whether a minimum is asked for: then other JVMs are shown that this one has not ended
     */
    static SessionReport begin(ReportSettings settings, boolean judged) {
        SessionReport report = new SessionReport(settings);
        if (judged) {
            report.announce();
        }
        return report;
    }

    private void announce() {
        try {
            Files.createDirectories(settings.runs());
            announcement = Files.createFile(RunsFile.unfinished(settings.runs()));
        } catch (IOException cannot) {
            unwritable = cannot;
        }
    }

    /**
     * Writes the report.
     *
     * @throws AssertionError if the coverage falls short of a minimum, or if there is one and nothing can be written
     */
    void finish() {
        Set<String> shortfalls = Set.of();
        try {
            if (unwritable != null) {
                throw unwritable;
            }
            if (announcement != null || !RunsFile.unfinishedIn(settings.runs()).isEmpty()) {
                shortfalls = write();
            }
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError cannot) {
            settings.refuseIfJudged(cannot);
        }
        if (!shortfalls.isEmpty()) {
            throw new AssertionError(String.join("\n\n", shortfalls));
        }
    }

    /** One JVM after the other; the last one's report has the tests of all. */
    private Set<String> write() throws IOException {
        synchronized (SessionReport.class) {
            try (FileChannel channel = FileChannel.open(
                    settings.runs().resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.lock(); // until the channel is closed
                List<Function<String, Optional<String>>> asked = finishOwnFiles();
                if (!isAnythingNew()) {
                    return Set.of();
                }
                RunReport report = RunReport.readWhole(List.of(settings.runs()), StaleTestFilter::stillExists);
                report.write(settings.folder());
                for (Path superseded : report.superseded()) {
                    Files.deleteIfExists(superseded);
                }
                print(report);
                return shortfalls(report, asked);
            }
        }
    }

    /** Gives the names of minimums that the tests were told, and of those of the session. */
    private List<Function<String, Optional<String>>> finishOwnFiles() throws IOException {
        List<Function<String, Optional<String>>> asked = new ArrayList<>(List.of(settings.parameters()));
        for (Path file : RunsFile.unfinishedIn(settings.runs())) {
            if (ThisJvm.isOfOneThatDied(file)) {
                Files.deleteIfExists(RunsFile.minimums(file));
                RunsFile.finish(file); // what its tests had written counts
            } else if (ThisJvm.wrote(file)) {
                Path minimums = RunsFile.minimums(file);
                if (Files.exists(minimums)) {
                    Properties told = Minimums.read(minimums);
                    asked.add(name -> Optional.ofNullable(told.getProperty(name)));
                    Files.delete(minimums);
                }
                RunsFile.finish(file);
            }
        }
        return asked;
    }

    /** Whether this JVM has run tests, or another one has while it did, and has left their minimum to this one. */
    private boolean isAnythingNew() throws IOException {
        for (Path file : RunsFile.finishedIn(settings.runs())) {
            if (Files.getLastModifiedTime(file).compareTo(begun) >= 0) {
                return true;
            }
        }
        return false;
    }

    private void print(RunReport report) {
        report.problems().forEach(lost -> System.err.println("The report of ASL Testkit leaves out " + lost));
        String table = switch (settings.console()) {
            case NOTHING -> null;
            case SUMMARY -> CoverageFormat.summary(report.coverageOfFiles(ThisJvm::wrote));
            case ALL -> CoverageFormat.TABLE.text(report.coverage());
        };
        if (table != null) {
            System.out.println("\n" + table + mutants(report) + "\nReport: " + settings.page());
        }
    }

    private static String mutants(RunReport report) {
        return report.mutation().isEmpty() ? "" : "\n" + MutationTable.text(report.mutation());
    }

    private Set<String> shortfalls(RunReport report, List<Function<String, Optional<String>>> asked)
            throws IOException {
        if (RunsFile.unfinishedIn(settings.runs()).stream().anyMatch(ThisJvm::isOfAnotherThatRuns)) {
            return Set.of();
        }
        Set<String> shortfalls = new LinkedHashSet<>();
        for (Function<String, Optional<String>> parameters : asked) {
            shortfalls.addAll(Minimums.shortfalls(report.coverage(), parameters));
            if (isWhole(parameters)) {
                shortfalls.addAll(Minimums.shortfalls(report.mutation(), parameters));
            }
        }
        if (!shortfalls.isEmpty() && isOneOfSeveralForks()) {
            shortfalls.add("This is one of several JVMs, which may run one after the other. If the tests of all of them"
                    + " together reach the minimum,\nask for it where their runs are joined:"
                    + " io.github.asltestkit.report.MergeRuns --minimum.");
        }
        return shortfalls;
    }

    /** A shard has run tests with some mutants only: the score is judged where all are joined. */
    private static boolean isWhole(Function<String, Optional<String>> parameters) {
        return MutationSettings.of(parameters).shard().isWhole();
    }

    /** Surefire and Failsafe number their JVMs from 1; so does Gradle, from 1 for the build's first task on. */
    private static boolean isOneOfSeveralForks() {
        return System.getProperty("surefire.forkNumber") != null;
    }
}
