package io.github.asltestkit.junit;

import io.github.asltestkit.internal.shard.Shard;
import io.github.asltestkit.mutation.DefinitionMutation;
import io.github.asltestkit.mutation.MutantResult;
import io.github.asltestkit.mutation.MutantStatus;
import io.github.asltestkit.mutation.TestVerdict;
import io.github.asltestkit.replay.GoldenFile;
import io.github.asltestkit.report.RunRecorder;
import io.github.asltestkit.report.RunReport;
import io.github.asltestkit.report.TestedBy;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Runs the tests of a session of the launcher again, with the mutants of the definitions that they executed. It reads which
 * tests there were, and what they reach, from the files that the tests left, and leaves a file of its own.
 */
final class SessionMutation {
    private final ReportSettings settings;
    private final Shard shard;
    private final Map<String, String> parameters;

    SessionMutation(ReportSettings settings, Shard shard, Map<String, String> parameters) {
        this.settings = settings;
        this.shard = shard;
        this.parameters = parameters;
    }

    /** Runs the tests. */
    void run() throws IOException {
        if (Boolean.getBoolean(GoldenFile.UPDATE)) {
            System.err.println("The tests are not run with mutants while " + GoldenFile.UPDATE
                    + " is true: a mutant would be approved.");
            return;
        }
        List<Path> own = new ArrayList<>();
        for (Path file : RunsFile.unfinishedIn(settings.runs())) {
            if (ThisJvm.wrote(file)) {
                own.add(file);
            }
        }
        RunReport report = RunReport.readWhole(own, test -> true);
        Set<String> passed = new TreeSet<>();
        for (TestedBy test : report.testedBy()) {
            if (!TestIds.isJupiter(test.id())) {
                continue; // Nobody could run it again, so nothing depends on how it ended.
            }
            if (test.status() == TestedBy.Status.FAILED) {
                System.err.println("The tests are not run with mutants, as not all of them pass: " + test.group() + " "
                        + test.name() + " failed.");
                return;
            }
            if (test.status() == TestedBy.Status.PASSED) {
                passed.add(test.id());
            }
        }
        if (!report.mutants().isEmpty()) {
            Path file = RunsFile.unfinished(settings.runs());
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                    RunRecorder recorder = new RunRecorder(out, RepositoryNames.of())) {
                run(report, passed, recorder);
            }
        }
    }

    private void run(RunReport report, Set<String> passed, RunRecorder recorder) throws IOException {
        Map<String, String> recorded = new TreeMap<>();
        passed.forEach(test -> recorded.put(TestIds.unique(test), test));
        try (MutationRun run = new MutationRun(new MutantLauncher(parameters), recorded.keySet())) {
            run(report, passed, recorded, run, recorder);
        }
    }

    private void run(
            RunReport report, Set<String> passed, Map<String, String> recorded, MutationRun run, RunRecorder recorder)
            throws IOException {
        long number = 0;
        for (DefinitionMutation definition : report.mutants().definitions()) {
            for (MutantResult result : definition.results()) {
                List<String> tests = result.coveredBy().stream()
                        .filter(passed::contains)
                        .map(TestIds::unique)
                        .toList();
                boolean known = result.status().isDetected() || result.status() == MutantStatus.IGNORED;
                if (!tests.isEmpty() && !known && shard.owns(number)) {
                    String key = definition.outline().key();
                    String id = result.mutant().id();
                    Map<String, TestVerdict> verdicts = new TreeMap<>();
                    run.verdicts(new MutantAddress(key, id).toString(), tests)
                            .forEach((test, verdict) -> verdicts.put(recorded.getOrDefault(test, test), verdict));
                    recorder.addVerdicts(
                            key, id, verdicts, shard.toString(), Instant.now().toEpochMilli());
                }
                number++;
            }
        }
        if (!run.unfit().isEmpty()) {
            System.err.println("These tests fail when they are run again, and say nothing of mutants:\n  "
                    + String.join("\n  ", run.unfit()));
        }
    }
}
