package io.github.asltestkit.junit;

import io.github.asltestkit.Execution;
import io.github.asltestkit.MapRun;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.report.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What a failed test leaves behind: the timeline of each execution in the test's report and below the failure's stack
 * trace, and as files the timeline and the history as GetExecutionHistory gives it.
 */
final class FailureReport {
    /** Of more executions, those that did not succeed are reported first. */
    private static final int MOST_EXECUTIONS = 10;

    private FailureReport() {}

    /**
     * The harnesses of a test whose failure is to be reported, whenever that comes to light. They are kept with the context
     * around the test, which outlives it.
     */
    static void remember(ExtensionContext context, TestHarnesses harnesses) {
        context.getParent()
                .ifPresent(parent -> Stores.put(parent, TestHarnesses.class, context.getUniqueId(), harnesses));
    }

    /** The harnesses of a test that is over; empty where it had none, or this was asked before. */
    static Optional<TestHarnesses> forget(ExtensionContext context) {
        return context.getParent().map(parent -> Stores.take(parent, TestHarnesses.class, context.getUniqueId()));
    }

    /** Reports all that is known of a test that failed: its executions, its unused mocks, what it may have forgotten. */
    static void publish(ExtensionContext context, TestHarnesses harnesses, Throwable failure) {
        publish(context, harnesses.executions(), failure);
        note(failure, Forgotten.note(context, failure));
        boolean lenient = Settings.of(context).strictness() == Strictness.LENIENT;
        note(failure, lenient ? null : harnesses.unusedMocks(harnesses.all()));
    }

    private static void note(Throwable failure, @Nullable String text) {
        if (text != null) {
            failure.addSuppressed(new FailureNote(text));
        }
    }

    /**
     * Reports executions.
     *
     * @param failure what the test failed with
     */
    static void publish(ExtensionContext context, List<Execution> executions, @Nullable Throwable failure) {
        List<Execution> shown = shown(executions);
        for (Execution execution : shown) {
            String name = executions.size() == 1 ? "execution" : "execution-" + (executions.indexOf(execution) + 1);
            String timeline = timeline(execution);
            context.publishReportEntry(name + " timeline", "\n" + timeline);
            ReportFiles.publish(context, name, timeline, execution.history());
        }
        if (failure != null) {
            addTimelines(failure, executions);
        }
    }

    /** Adds the timelines of executions to a failure, where every stack trace shows them. */
    static void addTimelines(Throwable failure, List<Execution> executions) {
        List<Execution> shown = shown(executions);
        if (!shown.isEmpty()) {
            List<String> timelines = shown.stream().map(FailureReport::timeline).toList();
            failure.addSuppressed(new ExecutionTimelines(timelines, executions.size() - shown.size()));
        }
    }

    /** The timeline of an execution, and of each Map Run the child execution that failed first. */
    private static String timeline(Execution execution) {
        StringBuilder text = new StringBuilder(
                Timeline.of(execution.history(), execution.definition()).text());
        for (MapRun run : execution.mapRuns()) {
            Execution failed = run.firstFailed();
            if (failed != null) {
                text.append("\nitem ")
                        .append(failed.itemIndex())
                        .append(" of ")
                        .append(run.statePath())
                        .append(", which failed first of ")
                        .append(run.executionCounts().failed()
                                + run.executionCounts().timedOut())
                        .append(":\n\n")
                        .append(timeline(failed));
            }
        }
        return text.toString();
    }

    private static List<Execution> shown(List<Execution> executions) {
        if (executions.size() <= MOST_EXECUTIONS) {
            return executions;
        }
        List<Execution> first = new ArrayList<>();
        for (boolean succeeded : new boolean[] {false, true}) {
            for (Execution execution : executions) {
                if (first.size() < MOST_EXECUTIONS && succeeded == (execution.status() == ExecutionStatus.SUCCEEDED)) {
                    first.add(execution);
                }
            }
        }
        return executions.stream().filter(first::contains).toList();
    }
}
