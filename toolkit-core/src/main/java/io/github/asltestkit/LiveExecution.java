package io.github.asltestkit;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.history.DataFlow;
import io.github.asltestkit.history.ExecutionHistory;
import io.github.asltestkit.history.ExecutionNotes;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.internal.execution.ExecutionRun;
import io.github.asltestkit.internal.execution.MapRunFacts;
import io.github.asltestkit.internal.execution.OpenTask;
import io.github.asltestkit.internal.message.StateNames;
import io.github.asltestkit.internal.message.Text;
import io.github.asltestkit.internal.schedule.EventQueue;
import io.github.asltestkit.mock.Mocks;
import io.github.asltestkit.mock.RecordedCall;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The view of a run, each look under the harness's lock. */
final class LiveExecution implements Execution {
    /** How many places a message lists. */
    private final Session session;

    private final Mocks mocks;
    private final StateMachine machine;
    private final ExecutionRun run;
    private final Function<MapRunFacts, MapRun> shown;

    /** @param shown how a Map Run is shown */
    LiveExecution(
            Session session, Mocks mocks, StateMachine machine, ExecutionRun run, Function<MapRunFacts, MapRun> shown) {
        this.session = session;
        this.mocks = mocks;
        this.machine = machine;
        this.run = run;
        this.shown = shown;
    }

    ExecutionRun run() {
        return run;
    }

    boolean isOf(Session other) {
        return session.equals(other);
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
        return session.call(run::state);
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
        return EventQueue.instantOrNull(session.call(run::stoppedMillis));
    }

    @Override
    public Duration elapsed() {
        return session.call(() -> {
            Instant stopped = stoppedAt();
            return Duration.between(
                    startedAt(), stopped == null ? session.engine().now() : stopped);
        });
    }

    @Override
    public ExecutionHistory history() {
        return ExecutionHistory.of(session.call(run::events));
    }

    @Override
    public DataFlow dataFlow() {
        return DataFlow.of(session.call(() -> run.dataFlow().steps()));
    }

    @Override
    public ExecutionNotes notes() {
        return ExecutionNotes.of(session.call(() -> run.notes().notes()));
    }

    @Override
    public List<RecordedCall> calls() {
        return session.call(() -> mocks.calls().stream()
                .filter(call -> call.call().executionArn().equals(arn()))
                .toList());
    }

    @Override
    public List<PendingTask> pendingTasks() {
        return session.call(() -> run.openTasks().stream()
                .map(task -> new PendingTask(
                        task.call(), task.isSubmitted(), EventQueue.instantOrNull(task.scriptedEndMillis())))
                .toList());
    }

    @Override
    public List<MapRun> mapRuns() {
        return mapRunsOf(mapRun -> mapRun.parent() == run);
    }

    @Override
    public MapRun mapRun(String state) {
        List<MapRun> of = mapRunsOf(
                mapRun -> mapRun.parent() == run && StateNames.matches(state, mapRun.stateName(), mapRun.statePath()));
        if (of.isEmpty()) {
            List<String> others = mapRuns().stream().map(MapRun::statePath).toList();
            throw new IllegalArgumentException("The state " + state + " started no Map Run.\n\n  execution: " + name()
                    + " of " + machine.name() + ", " + status() + "\n  Map Runs of: "
                    + (others.isEmpty() ? "no state" : Text.listed(others)));
        }
        List<String> places = of.stream().map(MapRun::statePath).distinct().toList();
        if (places.size() > 1) {
            throw new IllegalStateException("The state " + state + " started Map Runs in " + places.size()
                    + " places. Name one of them by its path.\n\n  one of: "
                    + Text.listed(places));
        }
        return of.get(of.size() - 1);
    }

    @Override
    public @Nullable String mapRunArn() {
        MapRunFacts mapRun = run.mapRun();
        return mapRun == null ? null : mapRun.arn();
    }

    @Override
    public int itemIndex() {
        return run.childIndex();
    }

    @Override
    public String taskToken(String stateName) {
        Map<String, TaskCall> pending = new LinkedHashMap<>();
        addPending(this, pending);
        Map<String, String> tokens = new LinkedHashMap<>();
        pending.forEach((path, call) -> {
            String token = call.taskToken();
            if (token != null && StateNames.matches(stateName, call.stateName(), path)) {
                tokens.put(path, token);
            }
        });
        if (tokens.size() == 1) {
            return tokens.values().iterator().next();
        }
        if (tokens.size() > 1) {
            throw new IllegalStateException("The state " + stateName + " waits for a token in " + tokens.size()
                    + " places. Name one of them by its path.\n\n  one of: "
                    + Text.listed(tokens.keySet()));
        }
        String waits = pending.isEmpty() ? "no task" : Text.listed(pending.keySet());
        throw new IllegalStateException("No task of the state " + stateName + " waits for a token.\n\n  execution: "
                + name() + " of " + machine.name() + ", " + status() + "\n  waits for: " + waits);
    }

    /** The tasks that an execution and its child executions wait for, by their paths from the top. */
    private static void addPending(Execution execution, Map<String, TaskCall> pending) {
        execution.pendingTasks().forEach(task -> pending.put(task.call().statePath(), task.call()));
        for (MapRun run : execution.mapRuns()) {
            run.items(ExecutionStatus.RUNNING).forEach(child -> addPending(child, pending));
        }
    }

    /** The task whose call has an id. */
    @Nullable
    OpenTask task(long callId) {
        for (OpenTask task : run.openTasks()) {
            if (task.call().id() == callId) {
                return task;
            }
        }
        return null;
    }

    private List<MapRun> mapRunsOf(Predicate<MapRunFacts> which) {
        return session.call(() ->
                session.engine().mapRuns().stream().filter(which).map(shown).toList());
    }

    private <T> @Nullable T locked(Supplier<@Nullable T> look) {
        return session.find(look);
    }

    @Override
    public String toString() {
        return "Execution " + name() + " of " + machine.name() + " (" + status() + ")";
    }
}
