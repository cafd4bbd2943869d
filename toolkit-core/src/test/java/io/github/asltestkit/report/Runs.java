package io.github.asltestkit.report;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.definition.Definition;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Files of runs, as a test run would write them. */
final class Runs {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final RunRecorder recorder;

    Runs() {
        this(new DefinitionNames(name -> name, name -> "shop/src/main/resources/" + name));
    }

    Runs(DefinitionNames names) {
        recorder = new RunRecorder(bytes, names);
    }

    /** A test that passed. */
    Runs test(String name, StateMachineHarness harness) throws IOException {
        return test(name, harness, null, 1);
    }

    Runs test(String name, StateMachineHarness harness, @Nullable String failure, long finished) throws IOException {
        List<ExecutedRun> runs = new ArrayList<>();
        for (Execution execution : harness.executions()) {
            runs.add(run(execution, execution.definition()));
        }
        for (Execution execution : harness.executions()) {
            execution
                    .mapRuns()
                    .forEach(mapRun -> mapRun.items().forEach(child -> runs.add(run(child, execution.definition()))));
        }
        TestedBy.Status status = failure == null ? TestedBy.Status.PASSED : TestedBy.Status.FAILED;
        recorder.add(
                new TestedBy("shop|[method:" + name + "]", "shop.OrderTest", name, status, failure, finished),
                List.of(harness.stateMachine().definition()),
                runs);
        return this;
    }

    /** What writes them, for lines that are no tests. */
    RunRecorder recorder() {
        return recorder;
    }

    private static ExecutedRun run(Execution execution, Definition whole) {
        return new ExecutedRun(
                execution.name(),
                execution.stateMachine().name(),
                whole,
                execution.definition(),
                execution.history(),
                execution.dataFlow(),
                execution.notes());
    }

    Path in(Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        return Files.write(folder.resolve(name + RunReport.RUN_FILE), bytes.toByteArray());
    }

    /** All files of a report by their path in it. */
    static List<String> contents(Path folder) throws IOException {
        List<String> all = new ArrayList<>();
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                all.add(folder.relativize(file) + "\n" + Files.readString(file));
            }
        }
        return all;
    }

    static StateMachineHarness run(StateMachineHarness harness, Consumer<StateMachineHarness> script) {
        script.accept(harness);
        return harness;
    }
}
