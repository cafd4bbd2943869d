package io.github.asltestkit.internal.explore;

import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.explore.Choice;
import io.github.asltestkit.explore.Fault;
import io.github.asltestkit.explore.Plan;
import io.github.asltestkit.integration.IntegrationPattern;
import io.github.asltestkit.integration.MapRunOutcome;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskIntegration;
import io.github.asltestkit.integration.TaskReaction;
import io.github.asltestkit.integration.TaskReaction.Step;
import io.github.asltestkit.internal.message.StateNames;
import io.github.asltestkit.internal.schedule.Turns;
import io.github.asltestkit.mock.Mocks;
import io.github.asltestkit.mock.RecordedCall;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The script's world, in which a plan lets some calls go wrong. It notes each call of the run, so that the search knows what else
 * could go wrong in it.
 */
public final class PlannedWorld implements TaskIntegration {
    private final Mocks script;
    private final Plan plan;
    private final String machine;
    private final Map<String, Definition> definitions;
    private final List<TracedCall> trace = new ArrayList<>();
    private final Map<Long, Decision> decisions = new HashMap<>();
    private final Map<String, Integer> visits = new HashMap<>();
    private final World.Turning turning;
    private final @Nullable RecordedTurns turns;
    private final Set<Choice> met = new HashSet<>();
    private final Map<Long, RecordedCall> ownJournal = new LinkedHashMap<>();
    private final List<TaskCall> differing = new ArrayList<>();
    private final Map<Long, TaskCall> uncancelled = new LinkedHashMap<>();
    private final List<Given> given = new ArrayList<>();

    /**
     * What a call got.
     *
     * @param call the call
     * @param path its state's path, with the machine's name before it if it is another machine
     * @param reaction what happened to it
     * @param planned what the plan had for it, or null
     */
    public record Given(
            TaskCall call,
            String path,
            TaskReaction reaction,
            @Nullable Choice planned) {}

    /** A call, and what the plan has for it. */
    private record Decision(
            String path,
            int visit,
            @Nullable Choice choice,
            @Nullable Definition definition) {}

    /**
     * A world for one run.
     *
     * @param script what answers where the plan has nothing
     * @param plan what goes wrong
     * @param turning how lines of states take turns
     * @param machine the name of the machine that is explored
     * @param definitions the definitions of all machines, by their names; known when the run begins
     */
    public PlannedWorld(
            Mocks script, Plan plan, World.Turning turning, String machine, Map<String, Definition> definitions) {
        this.turning = turning;
        this.turns = turning.inTurns() || !plan.order().isEmpty() ? new RecordedTurns(plan.order()) : null;
        this.script = script;
        this.plan = plan;
        this.machine = machine;
        this.definitions = definitions;
    }

    /** The name of the machine of an execution, or of the Map Run's parent. */
    private static String machineOf(String executionArn) {
        String[] parts = executionArn.split(":", 8);
        String name = parts.length > 6 ? parts[6] : "";
        int label = name.indexOf('/');
        return label < 0 ? name : name.substring(0, label);
    }

    /** Who takes turns; null if the engine does by itself. */
    public @Nullable Turns turns() {
        return turns;
    }

    /** The turns of the run, in order; none if the engine took them by itself. */
    List<RecordedTurns.Turn> turnsTaken() {
        return turns == null ? List.of() : turns.turns();
    }

    private void touch(TaskCall call) {
        if (turns == null) {
            return;
        }
        for (String state : turning.dependent()) {
            if (StateNames.matches(state, call.stateName(), call.statePath())) {
                turns.touched("dependent");
            }
        }
        Object varying = script.varyingAnswers(call);
        if (varying != null) {
            turns.touched(varying);
        }
    }

    // ---- the port --------------------------------------------------------------------------------------------

    /** Decides a call once, however often the engine asks about it. */
    private Decision decide(TaskCall call) {
        Decision known = decisions.get(call.id());
        if (known != null) {
            return known;
        }
        String caller = machineOf(call.executionArn());
        String path = caller.equals(machine) ? call.statePath() : caller + ":" + call.statePath();
        int visit = call.attempt() == 1 ? visits.merge(path, 1, Integer::sum) : visits.getOrDefault(path, 1);
        Choice own = null;
        for (Choice choice : plan.choices()) {
            boolean ofItems = MapItems.isOfItems(choice);
            boolean once = !choice.always() && !ofItems && met.contains(choice);
            if (!once && (ofItems ? MapItems.isOf(choice, path) : choice.isOf(path, visit, call.attempt()))) {
                own = choice;
                met.add(choice);
                break;
            }
        }
        Decision decision = new Decision(path, visit, own, definitions.get(caller));
        decisions.put(call.id(), decision);
        return decision;
    }

    @Override
    public boolean answers(TaskCall call) {
        Choice choice = decide(call).choice();
        return (choice != null && !FaultReactions.isOfTheScript(choice.fault())) || script.answers(call);
    }

    @Override
    public TaskReaction call(TaskCall call) {
        Decision decision = decide(call);
        TaskReaction reaction = react(call, decision);
        given.add(new Given(call, decision.path(), reaction, decision.choice()));
        return reaction;
    }

    private TaskReaction react(TaskCall call, Decision decision) {
        touch(call);
        Choice choice = decision.choice();
        if (choice == null) {
            boolean byCode = script.answersByCode(call);
            TaskReaction reaction = script.call(call);
            trace(call, decision, reaction, byCode);
            return reaction;
        }
        Fault fault = choice.fault();
        // An execution that the harness would start itself is not started by a call that goes wrong.
        boolean reaches = FaultReactions.reachesTheWorld(fault) && script.answers(call);
        TaskReaction real = reaches ? script.call(call) : null;
        if (real == null) {
            script.missed(call);
        }
        trace(call, decision, null, false);
        if (fault.kind() == Fault.Kind.CALLED_TWICE && real != null) {
            TaskReaction second = script.call(call);
            ownJournal.put(-call.id(), new RecordedCall(call, "", real, null, null));
            if (!second.equals(real)) {
                differing.add(call);
            }
            return real;
        }
        TaskReaction seen = FaultReactions.of(fault, call, real);
        if (FaultReactions.journalHasTheRealAnswer(fault)) {
            if (fault.kind() == Fault.Kind.RESPONSE_LOST && real != null) {
                noteLostJob(call, real);
            }
        } else {
            ownJournal.put(call.id(), new RecordedCall(call, "", seen, null, null));
        }
        return seen;
    }

    /** A job of whose submission the state does not know is cancelled by nobody. */
    private void noteLostJob(TaskCall call, TaskReaction real) {
        boolean submitted = real.steps().stream().anyMatch(Step.Submitted.class::isInstance);
        if (call.resource().pattern() == IntegrationPattern.RUN_A_JOB && submitted) {
            uncancelled.put(call.id(), call);
        }
    }

    @Override
    public void answered(TaskCall call, TaskReaction reaction) {
        Decision decision = decide(call);
        script.answered(call, reaction);
        trace(call, decision, reaction, false);
    }

    private void trace(TaskCall call, Decision decision, @Nullable TaskReaction reaction, boolean byCode) {
        trace.add(new TracedCall(
                decision.path(),
                decision.visit(),
                call,
                reaction,
                decision.choice() != null,
                byCode,
                decision.definition()));
    }

    @Override
    public @Nullable MapRunOutcome mapRun(String statePath) {
        return script.mapRun(statePath);
    }

    @Override
    public CancelOutcome cancel(TaskCall call, AbortReason reason) {
        Choice choice = decide(call).choice();
        CancelOutcome outcome = choice != null && choice.fault().kind() == Fault.Kind.CANCEL_REFUSED
                ? new CancelOutcome(false, "The attempt to cancel the job was refused.")
                : script.cancel(call, reason);
        if (!outcome.cancelled()) {
            uncancelled.put(call.id(), call);
        }
        return outcome;
    }

    @Override
    public void forget(String executionArn) {
        script.forget(executionArn);
    }

    // ---- what the run left behind ----------------------------------------------------------------------------

    /** The calls that were answered from outside, with what they got, in the order in which they were made. */
    public List<Given> given() {
        return given;
    }

    /** The calls, in the order in which they were made. */
    List<TracedCall> trace() {
        return trace;
    }

    /** The choices of the plan whose call was made. */
    Set<Choice> met() {
        return met;
    }

    /** The calls that got two answers that differ. */
    List<TaskCall> differing() {
        return differing;
    }

    /** The calls as the world saw them, in the order in which they were made. */
    List<RecordedCall> journal() {
        List<RecordedCall> all = new ArrayList<>();
        for (RecordedCall call : script.calls()) {
            RecordedCall own = ownJournal.get(call.call().id());
            all.add(
                    own == null
                            ? call
                            : new RecordedCall(
                                    call.call(), call.mock(), own.reaction(), call.validation(), call.cancel()));
        }
        for (Map.Entry<Long, RecordedCall> own : ownJournal.entrySet()) {
            long id = Math.abs(own.getKey());
            if (own.getKey() < 0 || all.stream().noneMatch(call -> call.call().id() == id)) {
                all.add(own.getValue());
            }
        }
        all.sort(Comparator.comparingLong(call -> call.call().id()));
        return List.copyOf(all);
    }

    /** The jobs that nobody cancelled, and that had not ended by themselves at an instant. */
    List<TaskCall> jobsRunningAt(Instant instant) {
        if (uncancelled.isEmpty()) {
            return List.of();
        }
        Map<Long, RecordedCall> journal = new HashMap<>();
        journal().forEach(call -> journal.put(call.call().id(), call));
        return uncancelled.values().stream()
                .filter(call -> {
                    RecordedCall recorded = journal.get(call.id());
                    Instant end = recorded == null ? null : FaultReactions.endOf(call, recorded.reaction());
                    return end == null || end.isAfter(instant);
                })
                .toList();
    }
}
