package io.github.asltestkit.inspection;

import io.github.asltestkit.definition.State;
import io.github.asltestkit.definition.StateGraph;
import io.github.asltestkit.definition.StateType;
import io.github.asltestkit.history.HistoryEvent;
import io.github.asltestkit.history.HistoryEventType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Puts the tree of stays together, event by event. Every event says by {@code previousEventId} what it follows, so
 * interleaved branches fall apart by themselves; events that end a state or an iteration name it, and belong to the
 * innermost open one of that name around the event that they follow.
 */
final class HistoryWalk {
    /** Where an event stands: in a line of states, and in which stay of it. */
    record Position(Branch branch, @Nullable StateVisit visit) {}

    final Branch root = new Branch(0, null);
    final List<StateVisit> all = new ArrayList<>();

    @Nullable
    HistoryEvent end;

    private final Map<Long, Position> positions = new HashMap<>();
    private final Map<Branch, StateGraph> graphs = new HashMap<>();

    private final ExecutionInspection inspection;

    HistoryWalk(ExecutionInspection inspection, @Nullable StateGraph graph) {
        this.inspection = inspection;
        if (graph != null) {
            graphs.put(root, graph);
        }
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
            case TASK_SCHEDULED, LAMBDA_FUNCTION_SCHEDULED, ACTIVITY_SCHEDULED -> schedule(event, before);
            case TASK_STARTED, LAMBDA_FUNCTION_STARTED, ACTIVITY_STARTED -> started(event, before);
            case TASK_SUBMITTED -> submitted(event, before);
            case TASK_SUCCEEDED, LAMBDA_FUNCTION_SUCCEEDED, ACTIVITY_SUCCEEDED ->
                ended(event, before, VisitOutcome.SUCCEEDED);
            case TASK_FAILED,
                    LAMBDA_FUNCTION_FAILED,
                    ACTIVITY_FAILED,
                    TASK_START_FAILED,
                    TASK_SUBMIT_FAILED,
                    LAMBDA_FUNCTION_START_FAILED,
                    LAMBDA_FUNCTION_SCHEDULE_FAILED,
                    ACTIVITY_SCHEDULE_FAILED -> ended(event, before, VisitOutcome.FAILED);
            case TASK_TIMED_OUT, LAMBDA_FUNCTION_TIMED_OUT, ACTIVITY_TIMED_OUT ->
                ended(event, before, VisitOutcome.TIMED_OUT);
            case PARALLEL_STATE_STARTED -> startBranches(event, before, StateType.PARALLEL);
            case MAP_STATE_STARTED -> startBranches(event, before, StateType.MAP);
            case MAP_ITERATION_STARTED -> startIteration(event, before);
            case MAP_ITERATION_SUCCEEDED -> endIteration(event, before, VisitOutcome.SUCCEEDED);
            case MAP_ITERATION_FAILED -> endIteration(event, before, VisitOutcome.FAILED);
            case MAP_ITERATION_ABORTED -> endIteration(event, before, VisitOutcome.ABORTED);
            case MAP_RUN_STARTED, MAP_RUN_REDRIVEN -> mapRun(event, before);
            case MAP_RUN_FAILED -> ended(event, before, VisitOutcome.FAILED);
            case PARALLEL_STATE_SUCCEEDED -> endBranches(event, before, StateType.PARALLEL, VisitOutcome.SUCCEEDED);
            case MAP_STATE_SUCCEEDED -> endBranches(event, before, StateType.MAP, VisitOutcome.SUCCEEDED);
            case PARALLEL_STATE_FAILED -> endBranches(event, before, StateType.PARALLEL, VisitOutcome.FAILED);
            case MAP_STATE_FAILED -> endBranches(event, before, StateType.MAP, VisitOutcome.FAILED);
            case TASK_STATE_ABORTED -> abort(event, before, StateType.TASK);
            case WAIT_STATE_ABORTED -> abort(event, before, StateType.WAIT);
            case MAP_STATE_ABORTED -> abort(event, before, StateType.MAP);
            case PARALLEL_STATE_ABORTED -> abort(event, before, StateType.PARALLEL);
            case EVALUATION_FAILED -> evaluationFailed(event, before);
            case EXECUTION_REDRIVEN -> redrive();
            default -> before;
        };
    }

    // ---- lines and stays ---------------------------------------------------------------------------------------

    private Position enter(HistoryEvent event, Position before) {
        StateType type = StateType.valueOf(
                event.type().name().substring(0, event.type().name().indexOf('_')));
        Branch branch = before.branch();
        StateVisit around = before.visit();
        Attempt attempt = around == null ? null : around.lastAttempt();
        if (around != null && attempt != null && attempt.scheduledEventId() == event.previousEventId()) {
            branch = newBranch(
                    around, attempt, attempt.branches.size(), event.details().text("name"));
        }
        StateVisit previous = branch.last();
        StateVisit visit = new StateVisit(inspection, branch, type, event);
        if (previous != null) {
            previous.next = visit.name();
        }
        StateGraph states = graphs.get(branch);
        visit.state = states == null ? null : states.states().get(visit.name());
        branch.visits.add(visit);
        all.add(visit);
        return new Position(branch, visit);
    }

    private Branch newBranch(StateVisit around, Attempt attempt, int order, @Nullable String firstState) {
        int index = order;
        StateGraph below = null;
        if (around.state instanceof State.Parallel parallel) {
            for (int i = 0; i < parallel.branches().size(); i++) {
                if (parallel.branches().get(i).startAt().equals(firstState) && isFree(attempt, i)) {
                    index = i;
                    below = parallel.branches().get(i);
                    break;
                }
            }
        } else if (around.state instanceof State.Mapping mapping) {
            below = mapping.itemProcessor().states();
        }
        Branch branch = new Branch(index, around);
        attempt.branches.removeIf(old -> old.index() == branch.index());
        attempt.branches.add(branch);
        attempt.branches.sort(Comparator.comparingInt(Branch::index));
        if (below != null) {
            graphs.put(branch, below);
        }
        return branch;
    }

    private static boolean isFree(Attempt attempt, int index) {
        return attempt.branches.stream().noneMatch(branch -> branch.index() == index);
    }

    private Position exit(HistoryEvent event, Position before) {
        String name = event.details().text("name");
        StateVisit visit = around(before, it -> it.isOpen() && it.name().equals(name));
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
        return new Position(visit.branch(), visit);
    }

    /** The innermost stay around a position that is meant. */
    private static @Nullable StateVisit around(Position position, Predicate<StateVisit> meant) {
        Branch branch = position.branch();
        StateVisit visit = position.visit();
        while (true) {
            if (visit != null && meant.test(visit)) {
                return visit;
            }
            visit = branch.parent();
            if (visit == null) {
                return null;
            }
            branch = visit.branch();
        }
    }

    private static @Nullable StateVisit open(Position position, StateType type) {
        return around(position, it -> it.isOpen() && it.type() == type);
    }

    // ---- tasks -------------------------------------------------------------------------------------------------

    private Position schedule(HistoryEvent event, Position before) {
        StateVisit visit = before.visit();
        if (visit == null || visit.type() != StateType.TASK || !visit.isOpen()) {
            visit = redrivenTask(event);
        }
        if (visit == null) {
            return before;
        }
        addAttempt(visit, event);
        return new Position(visit.branch(), visit);
    }

    /** After a redrive, tasks below Parallel and Map follow no event of their own line: told apart by what they call. */
    private @Nullable StateVisit redrivenTask(HistoryEvent event) {
        String resource = event.details().text("resource");
        for (StateVisit visit : all) {
            Attempt last = visit.lastAttempt();
            if (visit.type() == StateType.TASK
                    && visit.isOpen()
                    && last != null
                    && last.outcome != VisitOutcome.RUNNING
                    && last.resource() != null
                    && last.resource().equals(resource)) {
                return visit;
            }
        }
        return null;
    }

    private static Attempt addAttempt(StateVisit visit, HistoryEvent event) {
        Attempt last = visit.lastAttempt();
        Instant previousEnd = last == null ? null : last.endedAt();
        Attempt attempt = new Attempt(visit, visit.attempts.size() + 1, event, previousEnd);
        visit.attempts.add(attempt);
        visit.failed = false;
        visit.error = null;
        visit.cause = null;
        return attempt;
    }

    private static Position started(HistoryEvent event, Position before) {
        Attempt attempt = before.visit() == null ? null : before.visit().lastAttempt();
        if (attempt != null) {
            attempt.started = event;
        }
        return before;
    }

    private static Position submitted(HistoryEvent event, Position before) {
        Attempt attempt = before.visit() == null ? null : before.visit().lastAttempt();
        if (attempt != null) {
            attempt.submitted = event;
        }
        return before;
    }

    private static Position ended(HistoryEvent event, Position before, VisitOutcome outcome) {
        Attempt attempt = before.visit() == null ? null : before.visit().lastAttempt();
        if (attempt != null) {
            attempt.end(event, outcome);
        }
        return before;
    }

    // ---- Parallel and Map --------------------------------------------------------------------------------------

    private Position startBranches(HistoryEvent event, Position before, StateType type) {
        StateVisit visit = open(before, type);
        if (visit == null) {
            return before;
        }
        Attempt last = visit.lastAttempt();
        if (last != null && last.outcome == VisitOutcome.RUNNING) {
            // The branches of the attempt before failed, and a Retrier starts them anew: only this event says so. They
            // failed when what it follows happened; the time since then is the Retrier's wait.
            Failures.failUpTo(before, visit, event(event.previousEventId(), event));
        }
        addAttempt(visit, event);
        return new Position(visit.branch(), visit);
    }

    private HistoryEvent event(long id, HistoryEvent otherwise) {
        List<HistoryEvent> events = inspection.history().events();
        HistoryEvent event = id < 1 || id > events.size() ? otherwise : events.get((int) id - 1);
        return event.id() == id ? event : otherwise;
    }

    private Position startIteration(HistoryEvent event, Position before) {
        String name = event.details().text("name");
        StateVisit visit = around(before, it -> it.isOpen() && it.name().equals(name));
        Attempt attempt = visit == null ? null : visit.lastAttempt();
        if (visit == null || attempt == null) {
            return before;
        }
        Branch iteration = newBranch(visit, attempt, index(event), null);
        return new Position(iteration, null);
    }

    private static int index(HistoryEvent event) {
        Long index = event.details().number("index");
        return index == null ? 0 : index.intValue();
    }

    private Position endIteration(HistoryEvent event, Position before, VisitOutcome outcome) {
        String name = event.details().text("name");
        int index = index(event);
        Branch branch = before.branch();
        StateVisit visit = branch.parent();
        while (visit != null && !(visit.name().equals(name) && branch.index() == index)) {
            branch = visit.branch();
            visit = branch.parent();
        }
        if (visit == null) {
            return before;
        }
        if (outcome == VisitOutcome.FAILED) {
            Failures.failUpTo(before, visit, event);
        } else if (outcome == VisitOutcome.ABORTED) {
            Failures.close(branch.last(), event, VisitOutcome.ABORTED);
        }
        branch.outcome = outcome;
        return new Position(visit.branch(), visit);
    }

    private static Position mapRun(HistoryEvent event, Position before) {
        StateVisit visit = open(before, StateType.MAP);
        Attempt attempt = visit == null ? null : visit.lastAttempt();
        if (attempt != null) {
            attempt.mapRunArn = event.details().text("mapRunArn");
        }
        return before;
    }

    private Position endBranches(HistoryEvent event, Position before, StateType type, VisitOutcome outcome) {
        StateVisit visit = open(before, type);
        if (visit == null) {
            return before;
        }
        if (outcome == VisitOutcome.FAILED) {
            Failures.failUpTo(before, visit, event);
            visit.failed = true;
            Failures.takeError(visit);
        }
        Attempt attempt = visit.lastAttempt();
        if (attempt != null) {
            if (attempt.outcome == VisitOutcome.RUNNING) {
                attempt.outcome = outcome;
                attempt.ended = event;
            }
            for (Branch branch : attempt.branches) {
                if (branch.outcome == VisitOutcome.RUNNING) {
                    branch.outcome = outcome == VisitOutcome.SUCCEEDED ? outcome : VisitOutcome.ABORTED;
                    Failures.close(branch.last(), event, VisitOutcome.ABORTED);
                }
            }
        }
        return new Position(visit.branch(), visit);
    }

    // ---- failures ----------------------------------------------------------------------------------------------

    private static Position abort(HistoryEvent event, Position before, StateType type) {
        StateVisit visit = open(before, type);
        if (visit == null) {
            return before;
        }
        Failures.close(visit, event, VisitOutcome.ABORTED);
        return new Position(visit.branch(), visit);
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
        return new Position(visit.branch(), visit);
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

    // ---- the end -----------------------------------------------------------------------------------------------

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
                branch.outcome = VisitOutcome.ABORTED;
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
