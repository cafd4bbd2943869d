package io.github.asltestkit.junit;

import io.github.asltestkit.Execution;
import io.github.asltestkit.MapRun;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.coverage.Coverage;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.explore.Exploration;
import io.github.asltestkit.inspection.ExecutionInspection;
import io.github.asltestkit.replay.ReplayResult;
import io.github.asltestkit.report.ExecutedRun;
import io.github.asltestkit.report.TestedBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/** Hands what a test executed to the recording for the report, and to {@link RequireCoverage}. */
final class TestRecording {
    private TestRecording() {}

    /** A test has ended, with a failure or without. */
    static void finished(ExtensionContext context, TestHarnesses harnesses, @Nullable Throwable failure) {
        if (!isRead(context)) {
            return;
        }
        boolean hadDynamicTests = harnesses.areTaken();
        List<Execution> executions = harnesses.takeBesides(List.of());
        if (hadDynamicTests && executions.isEmpty()) {
            ClassCoverage ofClass = ClassCoverage.of(context);
            if (ofClass != null) {
                ran(ofClass, context, failure);
            }
            return;
        }
        finished(context, context, harnesses.own().stateMachine(), runs(context, executions), failure);
        SessionRecording session = SessionRecording.of(context);
        if (session != null) {
            explored(
                    test(context, context, null),
                    harnesses.all().stream()
                            .flatMap(harness -> harness.explorations().stream())
                            .toList(),
                    session);
        }
    }

    /** Whether somebody reads what a test executed. Of a million child executions nobody would make histories for nothing. */
    private static boolean isRead(ExtensionContext context) {
        return SessionRecording.of(context) != null || ClassCoverage.of(context) != null;
    }

    /** An exploration has a page of its own; on each shard it has the same id, by which the report joins them. */
    private static void explored(TestedBy test, List<Exploration> explorations, SessionRecording session) {
        for (int i = 0; i < explorations.size(); i++) {
            Exploration exploration = explorations.get(i);
            String number = explorations.size() == 1 ? "" : " " + (i + 1);
            String broken = exploration.counterexamples().stream()
                    .map(Exploration.Counterexample::rule)
                    .findFirst()
                    .orElse(null);
            session.add(
                    new TestedBy(
                            test.id() + "|exploration" + number,
                            test.group(),
                            test.name() + " (exploration" + number + ")",
                            broken == null ? TestedBy.Status.PASSED : TestedBy.Status.FAILED,
                            broken,
                            test.finishedMillis()),
                    exploration);
        }
    }

    /**
     * A dynamic test has ended.
     *
     * @param factory the context of the method that made it
     * @param executions those that it started
     */
    static void dynamicTestFinished(
            ExtensionContext context,
            ExtensionContext factory,
            List<Execution> executions,
            @Nullable Throwable failure) {
        if (!isRead(context)) {
            return;
        }
        finished(context, factory, Machines.underTest(factory), runs(context, executions), failure);
    }

    private static void finished(
            ExtensionContext context,
            ExtensionContext method,
            StateMachine machine,
            List<ExecutedRun> runs,
            @Nullable Throwable failure) {
        SessionRecording session = SessionRecording.of(context);
        ClassCoverage ofClass = ClassCoverage.of(context);
        ClassMutation mutation = ClassMutation.of(context);
        TestedBy test = test(context, method, failure);
        List<Definition> definitions = List.of(machine.definition());
        Coverage taken = session == null ? null : session.add(test, definitions, runs);
        if (ofClass != null) {
            taken = taken == null ? ofClass.count(test, definitions, runs) : taken;
            ofClass.add(taken);
            ran(ofClass, method, failure);
        }
        if (taken != null && (mutation != null || (session != null && session.isMutated()))) {
            mutate(session, mutation, test, taken, loaded(method, machine));
        }
        if (session != null && failure != null) {
            context.publishReportEntry("report", session.page(test));
        }
    }

    /** The machines that the extension loaded for a test, of which it can hand out mutants. */
    private static List<StateMachine> loaded(ExtensionContext method, StateMachine machine) {
        List<StateMachine> loaded = new ArrayList<>(List.of(machine));
        loaded.addAll(Machines.further(method).values());
        return loaded;
    }

    private static void mutate(
            @Nullable SessionRecording session,
            @Nullable ClassMutation mutation,
            TestedBy test,
            Coverage taken,
            List<StateMachine> loaded) {
        if (mutation != null) {
            mutation.add(test.id(), taken, loaded);
        }
        if (session != null && session.isMutated()) {
            loaded.forEach(machine -> session.addMutants(machine, machine::mutants));
        }
    }

    private static void ran(ClassCoverage ofClass, ExtensionContext method, @Nullable Throwable failure) {
        method.getTestMethod().ifPresent(it -> ofClass.ran(it, failure != null));
    }

    private static List<ExecutedRun> runs(ExtensionContext context, List<Execution> executions) {
        List<ExecutedRun> runs = runs(executions);
        ReplayResult replay = Stores.find(context, ReplayResult.class);
        if (replay != null) {
            runs.add(run(replay, Machines.underTest(context)));
        }
        return runs;
    }

    /** Executions and, after them, the child executions that they started. */
    static List<ExecutedRun> runs(List<Execution> executions) {
        List<ExecutedRun> runs = new ArrayList<>();
        for (Execution execution : executions) {
            runs.add(run(execution, execution.definition()));
        }
        for (Execution execution : executions) {
            children(execution, execution.definition(), runs);
        }
        return runs;
    }

    /** The child executions of distributed Map states, which count to the whole definition. */
    private static void children(Execution parent, Definition whole, List<ExecutedRun> runs) {
        for (MapRun mapRun : parent.mapRuns()) {
            for (Execution child : mapRun.items()) {
                runs.add(run(child, whole));
                children(child, whole, runs);
            }
        }
    }

    private static ExecutedRun run(ReplayResult replay, StateMachine machine) {
        ExecutionInspection replayed = replay.replayed();
        return new ExecutedRun(
                replay.recording().name(),
                machine.name(),
                machine.definition(),
                machine.definition(),
                replayed.history(),
                replayed.dataFlow(),
                replayed.notes());
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

    private static TestedBy test(ExtensionContext context, ExtensionContext method, @Nullable Throwable failure) {
        TestedBy.Status status = failure == null
                ? TestedBy.Status.PASSED
                : failure instanceof TestAbortedException ? TestedBy.Status.ABORTED : TestedBy.Status.FAILED;
        return new TestedBy(
                RepositoryNames.module() + "|" + id(context),
                method.getRequiredTestClass().getName(),
                name(context),
                status,
                failure == null ? null : String.valueOf(failure.getMessage()),
                Instant.now().toEpochMilli());
    }

    /** The same whether a class is found directly, by a suite, or both. */
    private static String id(ExtensionContext context) {
        String id = context.getUniqueId();
        return id.substring(Math.max(0, id.lastIndexOf("[engine:")));
    }

    /** The method's name, and of a test that runs several times, which time it was. */
    private static String name(ExtensionContext context) {
        String display = context.getDisplayName();
        String method = context.getTestMethod().map(it -> it.getName()).orElse(null);
        if (method == null) {
            // A dynamic test has no method, but one that made it and the containers between.
            return context.getParent()
                    .map(parent -> name(parent) + " " + display)
                    .orElse(display);
        }
        return display.equals(method) || display.startsWith(method + "(") ? method : method + " " + display;
    }
}
