package io.github.asltestkit;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.explore.Fault;
import io.github.asltestkit.explore.Plan;
import io.github.asltestkit.history.DataFlow;
import io.github.asltestkit.history.ExecutionNotes;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.history.HistoryEvent;
import io.github.asltestkit.history.HistoryEventType;
import io.github.asltestkit.http.HttpRoutes;
import io.github.asltestkit.inspection.Attempt;
import io.github.asltestkit.inspection.ExecutionInspection;
import io.github.asltestkit.inspection.StateVisit;
import io.github.asltestkit.inspection.VisitOutcome;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.UnmockedCallException;
import io.github.asltestkit.internal.execution.ExecutionRun;
import io.github.asltestkit.internal.explore.PlannedWorld;
import io.github.asltestkit.internal.explore.RunRecord;
import io.github.asltestkit.internal.explore.RunRecord.AbortedAttempt;
import io.github.asltestkit.internal.explore.RunRecord.Ending;
import io.github.asltestkit.internal.explore.RunRecord.MapFacts;
import io.github.asltestkit.internal.explore.World;
import io.github.asltestkit.internal.message.Text;
import io.github.asltestkit.internal.schedule.Turns;
import io.github.asltestkit.internal.spec.Quotas;
import io.github.asltestkit.mock.Mocks;
import io.github.asltestkit.s3.VirtualS3;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs the plans of an exploration, each in a harness of its own with a fresh copy of the script.
 *
 * @param machine the machine that is explored
 * @param others the other machines that the harness knows
 * @param options the options of the harness
 * @param input the input of each run
 * @param mocks the script; null if it is made for each run
 * @param script scripts each run; null if the mocks are copied
 * @param pointers the JSON pointers of the machine's states, by their names
 */
record ExplorationWorld(
        StateMachine machine,
        List<StateMachine> others,
        HarnessOptions options,
        JsonInput input,
        @Nullable Mocks mocks,
        @Nullable Consumer<? super StateMachineHarness> script,
        Map<String, String> pointers)
        implements World {

    /**
     * Refuses what no run could have a copy of.
     *
     * @throws IllegalStateException if calls are answered by an integration of the user's, or there are routes or objects
     */
    static void checkCopied(boolean answeredByMocks, HttpRoutes http, VirtualS3 s3) {
        String what = !answeredByMocks
                ? "an integration of your own"
                : http.hasRoutes() ? "routes for HTTP Tasks" : s3.buckets().isEmpty() ? null : "objects in S3";
        if (what != null) {
            throw new IllegalStateException("The harness has " + what
                    + ", which an exploration cannot copy for each run. Script each run on its own:"
                    + " harness.explore(input, each -> ...).");
        }
    }

    /** @param known all machines of the harness, the explored one among them */
    static ExplorationWorld of(
            StateMachine machine,
            List<StateMachine> known,
            HarnessOptions options,
            JsonInput input,
            @Nullable Mocks mocks,
            @Nullable Consumer<? super StateMachineHarness> script) {
        input.checkSize();
        List<StateMachine> others =
                known.stream().filter(other -> !other.equals(machine)).toList();
        Map<String, String> pointers = new HashMap<>();
        machine.definition().states().allStates().forEach(state -> pointers.put(state.name(), state.pointer()));
        return new ExplorationWorld(machine, others, options, input, mocks, script, pointers);
    }

    @Override
    public Definition definition() {
        return machine.definition();
    }

    @Override
    public String machineName() {
        return machine.name();
    }

    @Override
    public boolean isExpress() {
        return machine.type() == StateMachineType.EXPRESS;
    }

    @Override
    public JsonNode inputTree() {
        return input.tree();
    }

    @Override
    public RunRecord run(Plan plan, Turning turning) {
        HttpRoutes http = new HttpRoutes(options.region());
        Mocks world =
                mocks == null ? new Mocks(http, machine.serviceModels(), options.fieldValidation()) : mocks.copy(http);
        Map<String, Definition> definitions = new HashMap<>();
        PlannedWorld planned = new PlannedWorld(world, plan, turning, machine.name(), definitions);
        StateMachineHarness harness = StateMachineHarness.exploring(machine, options, world, http, planned);
        Turns turns = planned.turns();
        if (turns != null) {
            harness.takeTurns(turns);
        }
        others.forEach(harness::add);
        if (script != null) {
            script.accept(harness);
        }
        harness.machines().forEach(known -> definitions.put(known.name(), known.definition()));
        try {
            return run(plan, planned, harness);
        } catch (UnmockedCallException unmocked) {
            throw plan.choices().isEmpty() ? unmocked : inThatRun(plan, unmocked);
        }
    }

    private static UnmockedCallException inThatRun(Plan plan, UnmockedCallException unmocked) {
        StringBuilder text =
                new StringBuilder(String.valueOf(unmocked.getMessage()).stripTrailing());
        text.append("\n\n  The run of the exploration that makes this call:\n");
        plan.descriptions()
                .forEach(
                        line -> text.append(Text.cut("    " + line, Text.WIDTH)).append('\n'));
        return new UnmockedCallException(text.toString());
    }

    private RunRecord run(Plan plan, PlannedWorld planned, StateMachineHarness harness) {
        boolean twice =
                plan.choices().stream().anyMatch(choice -> choice.fault().kind() == Fault.Kind.EXECUTED_TWICE);
        if (twice) {
            harness.runForExploration(input);
        }
        return record(plan, planned, harness, harness.runForExploration(input));
    }

    /** What a run leaves behind. */
    RunRecord record(Plan plan, PlannedWorld planned, StateMachineHarness harness, ExecutionRun run) {
        boolean waits = run.isRunning();
        Instant ended = waits ? harness.clock().instant() : Instant.ofEpochMilli(run.stoppedMillis());
        Instant started = Instant.ofEpochMilli(run.startedMillis());
        List<HistoryEvent> events = run.events();
        ExecutionNotes notes = ExecutionNotes.of(run.notes().notes());
        List<TaskCall> pending = waits ? pending(harness) : List.of();
        Set<String> acted = acted(harness, run);
        List<MapFacts> maps = maps(harness);
        List<AbortedAttempt> aborted = aborted(harness);
        Ending ending = new Ending(
                run.state(),
                run.error(),
                run.output(),
                started,
                ended,
                waits ? isEndedByQuota(harness, run) : isExpired(run));
        return new RunRecord(
                plan,
                planned,
                ending,
                events,
                notes,
                () -> DataFlow.of(run.dataFlow().steps()),
                pending,
                acted,
                maps,
                aborted);
    }

    /** Moves the clock on until the quota of a year has passed, and looks whether that ended the execution. */
    private static boolean isEndedByQuota(StateMachineHarness harness, ExecutionRun run) {
        Instant quota = Instant.ofEpochMilli(run.startedMillis()).plusSeconds(Quotas.STANDARD_SECONDS);
        harness.clock().advanceTo(quota);
        return run.state() == ExecutionStatus.TIMED_OUT && run.stoppedMillis() == quota.toEpochMilli();
    }

    /** Whether it ran for as long as the service lets it, and no TimeoutSeconds ended it then. */
    private boolean isExpired(ExecutionRun run) {
        long quota = isExpress() ? Quotas.EXPRESS_SECONDS : Quotas.STANDARD_SECONDS;
        Long declared = machine.definition().timeoutSeconds();
        return run.state() == ExecutionStatus.TIMED_OUT
                && run.stoppedMillis() - run.startedMillis() == quota * 1000
                && (declared == null || declared > quota);
    }

    private static List<TaskCall> pending(StateMachineHarness harness) {
        List<TaskCall> calls = new ArrayList<>();
        harness.openExecutions().forEach(open -> open.openTasks().forEach(task -> calls.add(task.call())));
        return calls;
    }

    private Set<String> acted(StateMachineHarness harness, ExecutionRun run) {
        Set<String> acted = new LinkedHashSet<>();
        acted(run.events(), run.notes().notes(), acted);
        for (MapRun mapRun : harness.mapRuns()) {
            mapRun.items()
                    .forEach(item -> acted(item.history().events(), item.notes().all(), acted));
        }
        return acted;
    }

    private void acted(List<HistoryEvent> events, List<ExecutionNotes.Note> notes, Set<String> acted) {
        for (ExecutionNotes.Note note : notes) {
            String field = switch (note.kind()) {
                case RETRIER -> "/Retry/";
                case CATCHER -> "/Catch/";
                default -> null;
            };
            if (field != null) {
                String name = events.get(Math.toIntExact(note.enteredEventId()) - 1)
                        .details()
                        .text("name");
                acted.add(pointers.get(name) + field + note.index());
            }
        }
    }

    private static List<AbortedAttempt> aborted(StateMachineHarness harness) {
        List<AbortedAttempt> aborted = new ArrayList<>();
        for (MapRun mapRun : harness.mapRuns()) {
            for (Execution item : mapRun.items()) {
                if (item.status() == ExecutionStatus.ABORTED || hasAborted(item)) {
                    addAborted(item, aborted);
                }
            }
        }
        return aborted;
    }

    private static boolean hasAborted(Execution item) {
        return item.history().events().stream().anyMatch(event -> event.type() == HistoryEventType.TASK_STATE_ABORTED);
    }

    private static void addAborted(Execution item, List<AbortedAttempt> aborted) {
        ExecutionInspection inspection = ExecutionInspection.of(item.history(), item.definition());
        for (StateVisit visit : inspection.allVisits()) {
            for (Attempt attempt : visit.attempts()) {
                if (attempt.outcome() == VisitOutcome.ABORTED) {
                    aborted.add(new AbortedAttempt(item.arn(), visit.path(), attempt.number()));
                }
            }
        }
    }

    private static List<MapFacts> maps(StateMachineHarness harness) {
        List<MapFacts> maps = new ArrayList<>();
        for (MapRun mapRun : harness.mapRuns()) {
            long items = mapRun.itemCounts().total();
            double share = items * mapRun.toleratedFailurePercentage() / 100;
            maps.add(new MapFacts(mapRun.statePath(), items, Math.max(mapRun.toleratedFailureCount(), (long) share)));
        }
        return maps;
    }
}
