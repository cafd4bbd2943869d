package io.github.asltestkit;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.history.DataFlow;
import io.github.asltestkit.history.ExecutionHistory;
import io.github.asltestkit.history.ExecutionNotes;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.internal.execution.ExecutionRun;
import io.github.asltestkit.internal.execution.MapRunActivity;
import io.github.asltestkit.internal.execution.TaskAttempt;
import io.github.asltestkit.internal.schedule.EventQueue;
import io.github.asltestkit.mock.RecordedCall;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The view of a run, each look under the harness's lock. */
final class LiveExecution implements Execution {
    private final StateMachineHarness harness;
    private final StateMachine machine;
    private final ExecutionRun run;

    LiveExecution(StateMachineHarness harness, StateMachine machine, ExecutionRun run) {
        this.harness = harness;
        this.machine = machine;
        this.run = run;
    }

    ExecutionRun run() {
        return run;
    }

    boolean isOf(StateMachineHarness other) {
        return harness.equals(other);
    }

    @Override
    public String arn() {
        return run.arn();
    }

    @Override
    public String name() {
        return run.name();
    }

    @Override
    public StateMachine stateMachine() {
        return machine;
    }

    @Override
    public Definition definition() {
        return machine.definition();
    }

    @Override
    public ExecutionStatus status() {
        return harness.locked(run::state);
    }

    @Override
    public JsonNode input() {
        return run.input();
    }

    @Override
    public @Nullable JsonNode output() {
        return locked(run::output);
    }

    @Override
    public @Nullable String error() {
        return locked(run::error);
    }

    @Override
    public @Nullable String cause() {
        return locked(run::cause);
    }

    @Override
    public Instant startedAt() {
        return EventQueue.instant(run.startedMillis());
    }

    @Override
    public @Nullable Instant stoppedAt() {
        long millis = harness.locked(run::stoppedMillis);
        return millis < 0 ? null : EventQueue.instant(millis);
    }

    @Override
    public Duration elapsed() {
        return harness.locked(() -> {
            Instant stopped = stoppedAt();
            return Duration.between(
                    startedAt(), stopped == null ? harness.clock().instant() : stopped);
        });
    }

    @Override
    public ExecutionHistory history() {
        return ExecutionHistory.of(harness.locked(run::events));
    }

    @Override
    public DataFlow dataFlow() {
        return DataFlow.of(harness.locked(() -> run.dataFlow().steps()));
    }

    @Override
    public ExecutionNotes notes() {
        return ExecutionNotes.of(harness.locked(() -> run.notes().notes()));
    }

    @Override
    public List<RecordedCall> calls() {
        return harness.calls(arn());
    }

    @Override
    public List<PendingTask> pendingTasks() {
        return harness.locked(() -> run.openTasks().stream()
                .map(task -> new PendingTask(task.call(), task.isSubmitted()))
                .toList());
    }

    @Override
    public List<MapRun> mapRuns() {
        return harness.mapRunsOf(mapRun -> mapRun.parent() == run);
    }

    @Override
    public MapRun mapRun(String state) {
        List<MapRun> of = harness.mapRunsOf(mapRun -> mapRun.parent() == run
                && (mapRun.stateName().equals(state) || mapRun.statePath().equals(state)));
        if (of.isEmpty()) {
            List<String> others = mapRuns().stream().map(MapRun::statePath).toList();
            throw new IllegalArgumentException("The state " + state + " started no Map Run.\n\n  execution: " + name()
                    + " of " + machine.name() + ", " + status() + "\n  Map Runs of: "
                    + (others.isEmpty() ? "no state" : String.join(", ", others)));
        }
        return of.get(of.size() - 1);
    }

    @Override
    public @Nullable String mapRunArn() {
        MapRunActivity mapRun = run.mapRun();
        return mapRun == null ? null : mapRun.arn();
    }

    @Override
    public int itemIndex() {
        return run.childIndex();
    }

    @Override
    public String taskToken(String stateName) {
        List<PendingTask> pending = pendingTasks();
        for (PendingTask task : pending) {
            TaskCall call = task.call();
            String token = call.taskToken();
            if (token != null
                    && (call.statePath().equals(stateName) || call.stateName().equals(stateName))) {
                return token;
            }
        }
        String waits = pending.isEmpty()
                ? "no task"
                : pending.stream().map(task -> task.call().statePath()).collect(Collectors.joining(", "));
        throw new IllegalStateException("No task of the state " + stateName + " waits for a token.\n\n  execution: "
                + name() + " of " + machine.name() + ", " + status() + "\n  waits for: " + waits);
    }

    /** The task whose call has an id. */
    @Nullable
    TaskAttempt task(long callId) {
        for (TaskAttempt task : run.openTasks()) {
            if (task.call().id() == callId) {
                return task;
            }
        }
        return null;
    }

    private <T> @Nullable T locked(Supplier<@Nullable T> look) {
        return harness.lockedNullable(look);
    }

    @Override
    public String toString() {
        return "Execution " + name() + " of " + machine.name() + " (" + status() + ")";
    }
}
