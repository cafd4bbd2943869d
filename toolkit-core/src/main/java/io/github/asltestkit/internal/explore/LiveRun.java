package io.github.asltestkit.internal.explore;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.explore.ExploredRun;
import io.github.asltestkit.explore.Plan;
import io.github.asltestkit.history.ExecutionHistory;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.history.HistoryEvent;
import io.github.asltestkit.history.HistoryEventType;
import io.github.asltestkit.inspection.Attempt;
import io.github.asltestkit.inspection.ExecutionInspection;
import io.github.asltestkit.inspection.StateVisit;
import io.github.asltestkit.inspection.VisitOutcome;
import io.github.asltestkit.integration.IntegrationPattern;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.internal.explore.RunRecord.AbortedAttempt;
import io.github.asltestkit.internal.explore.RunRecord.Ending;
import io.github.asltestkit.mock.CallJournal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A run as a user sees it. What takes much memory is let go of most, and had by running the plan again. */
final class LiveRun implements ExploredRun {
    private final World world;
    private final World.Turning turning;
    private final Plan plan;
    private final Ending ending;
    private final List<TaskCall> jobs;
    private final List<TaskCall> tokens;
    private final List<TaskCall> differing;
    private final Set<String> handlers;
    private final @Nullable RunRecord kept;

    LiveRun(World world, World.Turning turning, RunRecord run, boolean keep) {
        this.world = world;
        this.turning = turning;
        this.plan = run.plan();
        this.ending = run.ending();
        this.jobs = run.world().jobsRunningAt(ending.endedAt());
        this.tokens = tokensLeft(world, run);
        this.differing = List.copyOf(run.world().differing());
        this.handlers = run.handlers();
        this.kept = keep ? run : null;
    }

    /** The Retriers and Catchers that acted, by their JSON pointers. */
    Set<String> handlers() {
        return handlers;
    }

    private static List<TaskCall> tokensLeft(World world, RunRecord run) {
        List<TaskCall> left = new ArrayList<>();
        for (TaskCall call : run.pending()) {
            if (isOfWorker(call)) {
                left.add(call);
            }
        }
        if (run.world().trace().stream().noneMatch(traced -> isOfWorker(traced.call()))) {
            return List.copyOf(left);
        }
        for (AbortedAttempt attempt : run.aborted()) {
            String end = "/" + attempt.path();
            addLast(
                    run,
                    attempt.number(),
                    traced -> traced.call().executionArn().equals(attempt.executionArn())
                            && ("/" + traced.call().statePath()).endsWith(end),
                    left);
        }
        if (run.events().stream().noneMatch(event -> event.type() == HistoryEventType.TASK_STATE_ABORTED)) {
            return List.copyOf(left);
        }
        for (StateVisit visit : inspection(world, run).allVisits()) {
            for (Attempt attempt : visit.attempts()) {
                if (attempt.outcome() == VisitOutcome.ABORTED) {
                    addLast(run, attempt.number(), traced -> traced.path().equals(visit.path()), left);
                }
            }
        }
        return List.copyOf(left);
    }

    /** Adds the last call with a token of an attempt. */
    private static void addLast(RunRecord run, int attempt, Predicate<TracedCall> isMeant, List<TaskCall> left) {
        TaskCall last = null;
        for (TracedCall traced : run.world().trace()) {
            if (traced.attempt() == attempt && isOfWorker(traced.call()) && isMeant.test(traced)) {
                last = traced.call();
            }
        }
        if (last != null) {
            left.add(last);
        }
    }

    /** A job that was given a token is a job: it can be cancelled. */
    private static boolean isOfWorker(TaskCall call) {
        IntegrationPattern pattern = call.resource().pattern();
        return pattern == IntegrationPattern.WAIT_FOR_TASK_TOKEN || pattern == IntegrationPattern.ACTIVITY;
    }

    private static ExecutionInspection inspection(World world, RunRecord run) {
        return ExecutionInspection.of(
                ExecutionHistory.of(run.events()),
                world.definition(),
                run.dataFlow().get(),
                run.notes());
    }

    private RunRecord record() {
        RunRecord known = kept;
        return known == null ? world.run(plan, turning) : known;
    }

    @Override
    public Plan plan() {
        return plan;
    }

    @Override
    public ExecutionStatus status() {
        return ending.status();
    }

    @Override
    public @Nullable String error() {
        return ending.error();
    }

    @Override
    public @Nullable JsonNode output() {
        return ending.output();
    }

    @Override
    public Duration elapsed() {
        return Duration.between(ending.startedAt(), ending.endedAt());
    }

    @Override
    public boolean waitsForTheQuota() {
        return ending.byQuota();
    }

    @Override
    public List<TaskCall> jobsLeftRunning() {
        return jobs;
    }

    @Override
    public List<TaskCall> tokensLeftWaiting() {
        return tokens;
    }

    @Override
    public List<TaskCall> callsAnsweredDifferently() {
        return differing;
    }

    @Override
    public CallJournal calls() {
        return CallJournal.of(record().world().journal(), ending.startedAt());
    }

    @Override
    public boolean visited(String nameOrPath) {
        RunRecord run = record();
        if (nameOrPath.indexOf('/') >= 0) {
            return !inspection(world, run).visits(nameOrPath).isEmpty();
        }
        for (HistoryEvent event : run.events()) {
            if (isEntered(event.type()) && nameOrPath.equals(event.details().text("name"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isEntered(HistoryEventType type) {
        return type.name().endsWith("_STATE_ENTERED");
    }

    @Override
    public ExecutionInspection inspection() {
        return inspection(world, record());
    }

    @Override
    public String toString() {
        return plan + " -> " + ending.status() + (ending.error() == null ? "" : " " + ending.error());
    }
}
