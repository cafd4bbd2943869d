package io.github.asltestkit.junit;

import io.github.asltestkit.StateMachine;
import io.github.asltestkit.coverage.Coverage;
import io.github.asltestkit.coverage.DefinitionCoverage;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.explore.Exploration;
import io.github.asltestkit.internal.shard.Shard;
import io.github.asltestkit.mutation.Mutants;
import io.github.asltestkit.mutation.TestVerdict;
import io.github.asltestkit.report.ExecutedRun;
import io.github.asltestkit.report.RunRecorder;
import io.github.asltestkit.report.TestedBy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Writes down what tests execute, to a file of its own, as they end. {@link SessionReport} makes a report of it when the
 * session of the launcher is over. The two share files and no object: tests may be loaded by another class loader than JUnit's
 * listeners, and a session of JUnit before 5.13 has no store.
 *
 * <p>A report helps people and is not a test: whatever goes wrong with it, a build that asks for no minimum does not fail.
 */
final class SessionRecording {
    private final ReportSettings settings;
    private final boolean mutated;
    private final Shard shard;
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private final RunRecorder recorder = new RunRecorder(lines, RepositoryNames.of());
    private final Map<String, String> minimums = new LinkedHashMap<>();
    private @Nullable Path file;
    private boolean unwritable;

    SessionRecording(ReportSettings settings) {
        this.settings = settings;
        MutationSettings mutation = MutationSettings.of(settings.parameters());
        this.mutated = mutation.enabled();
        this.shard = mutation.shard();
    }

    /** The recording of the tests that an engine runs; null if nothing is recorded. */
    static @Nullable SessionRecording of(ExtensionContext context) {
        SessionRecording recording = Stores.findOrMake(
                context.getRoot(),
                SessionRecording.class,
                () -> new SessionRecording(ReportSettings.of(context::getConfigurationParameter)));
        return recording.settings.enabled() && !Mutated.isOn(context) ? recording : null;
    }

    /**
     * Writes down a test, and returns what it covered; null if nothing can be written.
     *
     * @throws AssertionError if nothing can be written and a minimum is asked for, which then nobody could judge
     */
    synchronized @Nullable Coverage add(TestedBy test, List<Definition> definitions, List<ExecutedRun> runs) {
        if (unwritable) {
            return null;
        }
        try {
            Coverage taken = recorder.add(test, definitions, runs);
            write(taken);
            return taken;
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError cannot) {
            unwritable = true;
            settings.refuseIfJudged(cannot);
            return null;
        }
    }

    /** Writes down an exploration of a test. */
    synchronized void add(TestedBy test, Exploration exploration) {
        tell(() -> recorder.add(test, exploration));
    }

    /** Writes down the mutants of a definition, if anything can be written. */
    synchronized void addMutants(StateMachine machine, Supplier<Mutants> mutants) {
        tell(() -> recorder.addMutants(machine.definition(), mutants, mutated ? shard.toString() : null));
    }

    /** Writes down what tests made of a mutant, by their ids. */
    synchronized void addVerdicts(String definition, String mutant, Map<String, TestVerdict> verdicts) {
        tell(() -> recorder.addVerdicts(
                definition, mutant, verdicts, null, Instant.now().toEpochMilli()));
    }

    /** Writes down that a class ignores a mutant. */
    synchronized void addIgnored(String definition, String mutant, String group, String by) {
        tell(() ->
                recorder.addIgnored(definition, mutant, group, by, Instant.now().toEpochMilli()));
    }

    /** Whether the tests will be run again with mutants. */
    boolean isMutated() {
        return mutated;
    }

    /** What writes lines. */
    private interface Writing {
        void run() throws IOException;
    }

    private void tell(Writing writing) {
        if (unwritable) {
            return;
        }
        try {
            writing.run();
            append();
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError cannot) {
            unwritable = true;
            settings.refuseIfJudged(cannot);
        }
    }

    private Path append() throws IOException {
        Path to = file;
        if (to == null) {
            Files.createDirectories(settings.runs());
            to = RunsFile.unfinished(settings.runs());
            file = to;
        }
        // Opened for each test: who closes the last one would be hard to say, and Windows renames no open file.
        Files.write(to, lines.toByteArray(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        lines.reset();
        return to;
    }

    private void write(Coverage taken) throws IOException {
        Path to = append();
        List<String> suffixes = new ArrayList<>(List.of(""));
        for (DefinitionCoverage definition : taken.definitions()) {
            suffixes.add("." + definition.outline().name());
        }
        boolean isNew = false;
        for (String suffix : suffixes) {
            String minimum = settings.minimum(suffix).orElse(null);
            isNew |= minimum != null && !minimum.equals(minimums.put(suffix, minimum));
        }
        if (isNew) {
            // A suite's @ConfigurationParameter reaches its tests, and nobody else.
            Minimums.write(minimums, RunsFile.minimums(to));
        }
    }

    /** Where the report will tell of a test. */
    String page(TestedBy test) {
        return settings.page() + "#test/" + test.slug();
    }
}
