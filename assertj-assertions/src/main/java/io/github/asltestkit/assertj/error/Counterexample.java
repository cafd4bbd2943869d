package io.github.asltestkit.assertj.error;

import io.github.asltestkit.explore.ExplorationResult;
import io.github.asltestkit.explore.ExploredRun;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.internal.message.Text;
import io.github.asltestkit.internal.message.Times;
import io.github.asltestkit.report.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A run that breaks what should hold in every run, as messages show it: what went wrong, its timeline, and a test of it. */
final class Counterexample {
    private Counterexample() {}

    /** The definition that was explored. */
    static String name(ExplorationResult result) {
        return Text.cut(result.definition().source().name(), 60);
    }

    /**
     * Ends a message.
     *
     * @param broken the runs that break it, the smallest plan first; not empty
     * @param fact what is known of the smallest of them beside its end; null for nothing
     */
    static Message of(
            Message.Builder message, ExplorationResult result, List<ExploredRun> broken, @Nullable String fact) {
        ExploredRun run = Smallest.of(broken);
        List<String> faults = run.plan().descriptions();
        message.line("search", result.extent())
                .line("broken in", broken.size() == 1 ? "1 run" : broken.size() + " runs")
                .block()
                .fact("the smallest", faults.isEmpty() ? "the script as it is" : faults.get(0));
        faults.stream().skip(1).forEach(more -> message.fact("and", more));
        message.fact("ended", end(run))
                .fact("which left", fact)
                .fact("plan", run.plan().toString());
        message.block().lines(timeline(run));
        List<String> test = new ArrayList<>(List.of("The same as a test:", ""));
        result.asTest(run).lines().forEach(line -> test.add("  " + line));
        return message.block().lines(test).build("no run", run.plan().toString());
    }

    static List<String> timeline(ExploredRun run) {
        return Timeline.of(run.inspection().history(), run.inspection().definition())
                .text()
                .lines()
                .toList();
    }

    /** The states of the calls that the smallest run left behind, and where the first of them stands. */
    static String calls(List<ExploredRun> broken, Function<ExploredRun, List<TaskCall>> left) {
        List<TaskCall> calls = left.apply(Smallest.of(broken));
        String paths = calls.stream().map(TaskCall::statePath).distinct().collect(Collectors.joining(", "));
        return paths + "  " + calls.get(0).place();
    }

    static String end(ExploredRun run) {
        String after = " after " + Times.text(run.elapsed());
        if (run.status() == ExecutionStatus.RUNNING) {
            return "never; only the one-year quota of the service ends it";
        }
        return run.status() + (run.error() == null ? "" : " with " + run.error()) + after;
    }
}
