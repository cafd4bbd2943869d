package io.github.asltestkit;

import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.history.MapRunCounts;
import io.github.asltestkit.history.MapRunStatus;
import io.github.asltestkit.internal.execution.ExecutionRun;
import io.github.asltestkit.internal.execution.MapRunFacts;
import io.github.asltestkit.internal.schedule.EventQueue;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The view of a Map Run, each look under the harness's lock. */
final class LiveMapRun implements MapRun {
    private final Session session;
    private final MapRunFacts run;
    private final Function<ExecutionRun, Execution> shown;

    /** @param shown how an execution is shown */
    LiveMapRun(Session session, MapRunFacts run, Function<ExecutionRun, Execution> shown) {
        this.session = session;
        this.run = run;
        this.shown = shown;
    }

    @Override
    public String arn() {
        return run.arn();
    }

    @Override
    public String stateName() {
        return run.stateName();
    }

    @Override
    public String statePath() {
        return run.statePath();
    }

    @Override
    public Execution execution() {
        return locked(() -> shown.apply(run.parent()));
    }

    @Override
    public String stateMachineArn() {
        return run.childMachine().arn();
    }

    @Override
    public MapRunStatus status() {
        return locked(run::status);
    }

    @Override
    public Instant startedAt() {
        return EventQueue.instant(run.startedMillis());
    }

    @Override
    public @Nullable Instant stoppedAt() {
        return EventQueue.instantOrNull(locked(run::stoppedMillis));
    }

    @Override
    public long maxConcurrency() {
        return run.maxConcurrency();
    }

    @Override
    public long toleratedFailureCount() {
        return run.toleratedFailureCount();
    }

    @Override
    public double toleratedFailurePercentage() {
        return run.toleratedFailurePercentage();
    }

    @Override
    public MapRunCounts itemCounts() {
        return locked(run::itemCounts);
    }

    @Override
    public MapRunCounts executionCounts() {
        return locked(run::executionCounts);
    }

    @Override
    public int redriveCount() {
        return locked(run::redriveCount);
    }

    @Override
    public @Nullable Instant redrivenAt() {
        return EventQueue.instantOrNull(locked(run::redrivenMillis));
    }

    @Override
    public Execution item(int index) {
        return locked(() -> {
            ExecutionRun child = run.child(index);
            if (child == null) {
                throw new IllegalArgumentException(notThere(index));
            }
            return shown.apply(child);
        });
    }

    private String notThere(int index) {
        MapRunCounts counts = run.executionCounts();
        long started = counts.total() - counts.pending();
        List<ExecutionRun> kept = run.children();
        String verdict = index >= 0 && index < started
                ? "The child execution " + index + " of the Map Run of " + run.statePath() + " is not kept."
                : "The Map Run of " + run.statePath() + " started no child execution " + index + ".";
        String next = kept.size() < started
                ? "\n\n  Keep more with HarnessOptions.withMapRunDetail, or have the item's mock fail to keep it."
                : "";
        return verdict + "\n\n  started: " + started + ", of which " + kept.size() + " are kept" + next;
    }

    @Override
    public List<Execution> items() {
        return locked(() -> run.children().stream().map(shown).toList());
    }

    @Override
    public List<Execution> items(ExecutionStatus status) {
        return items().stream().filter(item -> item.status() == status).toList();
    }

    private <T> T locked(Supplier<T> look) {
        return session.call(look);
    }

    @Override
    public String toString() {
        return "Map Run of " + statePath() + " (" + status() + ")";
    }
}
