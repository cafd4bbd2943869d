package io.github.asltestkit.junit;

import io.github.asltestkit.Execution;
import io.github.asltestkit.MapRun;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.coverage.Coverage;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.DefinitionSource;
import io.github.asltestkit.report.ExecutedRun;
import io.github.asltestkit.report.TestedBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/**
 * Hands what a test executed to whoever asks for it: the session's report, found in the store of the launcher session, and
 * {@link RequireCoverage}. Nothing is computed while a test runs.
 */
final class TestRecording {
    /** For extensions; the launcher's namespace of the same parts is the same to JUnit. */
    static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(TestRecording.class);

    private TestRecording() {}

    /** A test has ended, with a failure or without. */
    static void finished(ExtensionContext context, StateMachineHarness harness, @Nullable Throwable failure) {
        SessionRecording session = SessionRecording.of(context);
        ClassCoverage ofClass = context.getStore(NAMESPACE).get(ClassCoverage.class, ClassCoverage.class);
        if (session == null && ofClass == null) {
            return;
        }
        TestedBy test = test(context, failure);
        List<Definition> definitions = List.of(harness.stateMachine().definition());
        List<ExecutedRun> runs = runs(harness);
        Coverage taken = session == null ? null : session.add(test, definitions, runs);
        if (ofClass != null) {
            ofClass.add(taken == null ? ofClass.count(test, definitions, runs) : taken);
            context.getTestMethod().ifPresent(method -> ofClass.ran(method, failure != null));
        }
        if (session != null && failure != null) {
            context.publishReportEntry("report", session.page(test));
        }
    }

    private static List<ExecutedRun> runs(StateMachineHarness harness) {
        List<ExecutedRun> runs = new ArrayList<>();
        IdentityHashMap<DefinitionSource, Definition> wholes = new IdentityHashMap<>();
        for (Execution execution : harness.executions()) {
            wholes.putIfAbsent(execution.definition().source(), execution.definition());
            runs.add(run(execution, execution.definition()));
        }
        for (MapRun mapRun : harness.mapRuns()) {
            for (Execution child : mapRun.items()) {
                Definition processor = child.definition();
                runs.add(run(child, wholes.getOrDefault(processor.source(), processor)));
            }
        }
        return runs;
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

    private static TestedBy test(ExtensionContext context, @Nullable Throwable failure) {
        TestedBy.Status status = failure == null
                ? TestedBy.Status.PASSED
                : failure instanceof TestAbortedException ? TestedBy.Status.ABORTED : TestedBy.Status.FAILED;
        return new TestedBy(
                RepositoryNames.module() + "|" + context.getUniqueId(),
                context.getRequiredTestClass().getName(),
                name(context),
                status,
                failure == null ? null : String.valueOf(failure.getMessage()),
                Instant.now().toEpochMilli());
    }

    /** The method's name, and of a test that runs several times, which time it was. */
    private static String name(ExtensionContext context) {
        String display = context.getDisplayName();
        String method = context.getTestMethod().map(it -> it.getName()).orElse(display);
        return display.equals(method) || display.startsWith(method + "(") ? method : method + " " + display;
    }
}
