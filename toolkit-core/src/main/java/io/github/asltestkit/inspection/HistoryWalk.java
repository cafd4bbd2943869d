package io.github.asltestkit.inspection;

import io.github.asltestkit.definition.StateGraph;
import io.github.asltestkit.definition.StateType;
import io.github.asltestkit.history.HistoryEvent;
import io.github.asltestkit.history.HistoryEventType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts the tree of stays together, event by event. Every event says by {@code previousEventId} what it follows, so
 * interleaved branches fall apart by themselves; events that end a state or an iteration name it, and belong to the
 * innermost open one of that name around the event that they follow.
 */
final class HistoryWalk {
    final Branch root;
    final List<StateVisit> all = new ArrayList<>();

    @Nullable
    HistoryEvent end;

    private final Map<Long, Position> positions = new HashMap<>();
    private final ExecutionInspection inspection;
    private final TaskWalk tasks;
    private final BranchWalk branches;

    /** @param graph the states of the definition, or null where there is none */
    HistoryWalk(ExecutionInspection inspection, @Nullable StateGraph graph) {
        this.inspection = inspection;
        this.root = new Branch(0, null, graph);
        this.tasks = new TaskWalk(all);
        this.branches = new BranchWalk(inspection.history().events());
    }

    void next(HistoryEvent event) {
        Position before = positions.get(event.previousEventId());
        if (before == null) {
            before = new Position(root, root.last());
        }
        positions.put(event.id(), place(event, before));
    }

    private Position place(HistoryEvent event, Position before) {
        HistoryEventType type = event.type();
        if (type.isStateEntered()) {
            return enter(event, before);
        }
        if (type.isStateExited()) {
            return exit(event, before);
        }
        if (type.isExecutionEnded()) {
            end = event;
            if (type == HistoryEventType.EXECUTION_FAILED) {
                Failures.failUpTo(before, root, event);
            }
            return before;
        }
        return switch (type) {
            case TASK_SCHEDULED, LAMBDA_FUNCTION_SCHEDULED, ACTIVITY_SCHEDULED -> tasks.schedule(event, before);
            case TASK_STARTED, LAMBDA_FUNCTION_STARTED, ACTIVITY_STARTED -> TaskWalk.started(event, before);
            case TASK_SUBMITTED -> TaskWalk.submitted(event, before);
            case TASK_SUCCEEDED, LAMBDA_FUNCTION_SUCCEEDED, ACTIVITY_SUCCEEDED ->
                TaskWalk.ended(event, before, VisitOutcome.SUCCEEDED);
            case TASK_FAILED,
                    LAMBDA_FUNCTION_FAILED,
                    ACTIVITY_FAILED,
                    TASK_START_FAILED,
                    TASK_SUBMIT_FAILED,
                    LAMBDA_FUNCTION_START_FAILED,
                    LAMBDA_FUNCTION_SCHEDULE_FAILED,
                    ACTIVITY_SCHEDULE_FAILED -> TaskWalk.ended(event, before, VisitOutcome.FAILED);
            case TASK_TIMED_OUT, LAMBDA_FUNCTION_TIMED_OUT, ACTIVITY_TIMED_OUT ->
                TaskWalk.ended(event, before, VisitOutcome.TIMED_OUT);
            case PARALLEL_STATE_STARTED -> branches.start(event, before, StateType.PARALLEL);
            case MAP_STATE_STARTED -> branches.start(event, before, StateType.MAP);
            case MAP_ITERATION_STARTED -> BranchWalk.startIteration(event, before);
            case MAP_ITERATION_SUCCEEDED -> BranchWalk.endIteration(event, before, VisitOutcome.SUCCEEDED);
            case MAP_ITERATION_FAILED -> BranchWalk.endIteration(event, before, VisitOutcome.FAILED);
            case MAP_ITERATION_ABORTED -> BranchWalk.endIteration(event, before, VisitOutcome.ABORTED);
            case MAP_RUN_STARTED, MAP_RUN_REDRIVEN -> BranchWalk.mapRun(event, before);
            case MAP_RUN_FAILED -> TaskWalk.ended(event, before, VisitOutcome.FAILED);
            case PARALLEL_STATE_SUCCEEDED -> BranchWalk.end(event, before, StateType.PARALLEL, VisitOutcome.SUCCEEDED);
            case MAP_STATE_SUCCEEDED -> BranchWalk.end(event, before, StateType.MAP, VisitOutcome.SUCCEEDED);
            case PARALLEL_STATE_FAILED -> BranchWalk.end(event, before, StateType.PARALLEL, VisitOutcome.FAILED);
            case MAP_STATE_FAILED -> BranchWalk.end(event, before, StateType.MAP, VisitOutcome.FAILED);
            case TASK_STATE_ABORTED -> abort(event, before, StateType.TASK);
            case WAIT_STATE_ABORTED -> abort(event, before, StateType.WAIT);
            case MAP_STATE_ABORTED -> abort(event, before, StateType.MAP);
            case PARALLEL_STATE_ABORTED -> abort(event, before, StateType.PARALLEL);
            case EVALUATION_FAILED -> evaluationFailed(event, before);
            case EXECUTION_REDRIVEN -> redrive();
            default -> before;
        };
    }

    private Position enter(HistoryEvent event, Position before) {
        StateType type = StateType.valueOf(
                event.type().name().substring(0, event.type().name().indexOf('_')));
        Branch branch = BranchWalk.entered(event, before);
        StateVisit previous = branch.last();
        StateVisit visit = new StateVisit(inspection, branch, type, event);
        if (previous != null) {
            previous.next = visit.name();
        }
        StateGraph states = branch.states;
        visit.state = states == null ? null : states.states().get(visit.name());
        branch.visits.add(visit);
        all.add(visit);
        return new Position(branch, visit);
    }

    private Position exit(HistoryEvent event, Position before) {
        StateVisit visit = before.open(event.details().text("name"));
        if (visit == null) {
            return before;
        }
        visit.exited = event;
        Attempt last = visit.lastAttempt();
        visit.failed |= last != null && Failures.isFailure(last.outcome);
        visit.outcome = visit.failed ? VisitOutcome.CAUGHT : VisitOutcome.SUCCEEDED;
        if (visit.failed) {
            Failures.takeError(visit);
            Failures.errorOutput(visit);
        }
        return Position.of(visit);
    }

    private static Position abort(HistoryEvent event, Position before, StateType type) {
        StateVisit visit = BranchWalk.aborted(before, type);
        if (visit == null) {
            return before;
        }
        Failures.close(visit, event, VisitOutcome.ABORTED);
        return Position.of(visit);
    }

    /** AWS links this event to what came before the state: the state is named, and so is the event that entered it. */
    private Position evaluationFailed(HistoryEvent event, Position before) {
        String name = event.details().text("state");
        String cause = event.details().text("cause");
        StateVisit visit = null;
        for (StateVisit candidate : all) {
            if (candidate.isOpen() && candidate.name().equals(name)) {
                boolean named = cause != null && cause.contains("event id #" + candidate.enteredEventId() + ")");
                visit = visit == null || named ? candidate : visit;
            }
        }
        if (visit == null) {
            return before;
        }
        visit.failed = true;
        visit.error = event.details().text("error");
        visit.cause = cause;
        return Position.of(visit);
    }

    private Position redrive() {
        end = null;
        for (StateVisit visit : all) {
            if (visit.exited == null) {
                visit.ended = null;
                visit.outcome = VisitOutcome.RUNNING;
                visit.error = null;
                visit.cause = null;
                visit.failed = false;
            }
        }
        return new Position(root, root.last());
    }

    /** What is still open when the execution has ended, ended with it. */
    void finish() {
        HistoryEvent last = end;
        if (last == null) {
            return;
        }
        boolean failed = last.type() == HistoryEventType.EXECUTION_FAILED;
        for (StateVisit visit : all) {
            Failures.close(visit, last, VisitOutcome.ABORTED);
            Branch branch = visit.branch();
            if (branch.parent() != null && branch.outcome == VisitOutcome.RUNNING) {
                branch.outcome = branch.outcomeFromOutside();
            }
        }
        root.outcome = last.type() == HistoryEventType.EXECUTION_SUCCEEDED
                ? VisitOutcome.SUCCEEDED
                : failed ? VisitOutcome.FAILED : VisitOutcome.ABORTED;
        if (failed) {
            Failures.blame(root, last.details().text("error"), last.details().text("cause"));
        }
    }
}
