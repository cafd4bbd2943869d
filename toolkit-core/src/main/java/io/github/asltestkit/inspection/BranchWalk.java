package io.github.asltestkit.inspection;

import io.github.asltestkit.definition.StateGraph;
import io.github.asltestkit.definition.StateType;
import io.github.asltestkit.history.HistoryEvent;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts together what Parallel and Map states start below them: branches, iterations, Map Runs. */
final class BranchWalk {
    private final List<HistoryEvent> events;

    /** @param events the whole history */
    BranchWalk(List<HistoryEvent> events) {
        this.events = events;
    }

    /** The line that a state is entered in: a new branch, where the event follows the start of a Parallel state. */
    static Branch entered(HistoryEvent event, Position before) {
        StateVisit around = before.visit();
        Attempt attempt = before.attempt();
        if (around == null || attempt == null || attempt.scheduledEventId() != event.previousEventId()) {
            return before.branch();
        }
        return newBranch(
                around, attempt, attempt.branches.size(), event.details().text("name"));
    }

    private static Branch newBranch(StateVisit around, Attempt attempt, int order, @Nullable String firstState) {
        int index = order;
        StateGraph below = null;
        List<StateGraph> graphs = around.state == null ? List.of() : around.state.graphs();
        if (around.type() == StateType.MAP) {
            below = graphs.isEmpty() ? null : graphs.get(0);
        } else {
            for (int i = 0; i < graphs.size(); i++) {
                if (graphs.get(i).startAt().equals(firstState) && isFree(attempt, i)) {
                    index = i;
                    below = graphs.get(i);
                    break;
                }
            }
        }
        Branch branch = new Branch(index, around, below);
        attempt.branches.removeIf(old -> old.index() == branch.index());
        attempt.branches.add(branch);
        attempt.branches.sort(Comparator.comparingInt(Branch::index));
        return branch;
    }

    private static boolean isFree(Attempt attempt, int index) {
        return attempt.branches.stream().noneMatch(branch -> branch.index() == index);
    }

    Position start(HistoryEvent event, Position before, StateType type) {
        StateVisit visit = before.open(type);
        if (visit == null) {
            return before;
        }
        Attempt last = visit.lastAttempt();
        if (last != null && last.outcome == VisitOutcome.RUNNING) {
            // The branches of the attempt before failed, and a Retrier starts them anew: only this event says so. They
            // failed when what it follows happened; the time since then is the Retrier's wait.
            Failures.failUpTo(before, visit, event(event.previousEventId(), event));
        }
        visit.addAttempt(event);
        return Position.of(visit);
    }

    private HistoryEvent event(long id, HistoryEvent otherwise) {
        HistoryEvent event = id < 1 || id > events.size() ? otherwise : events.get((int) id - 1);
        return event.id() == id ? event : otherwise;
    }

    static Position startIteration(HistoryEvent event, Position before) {
        StateVisit visit = before.open(event.details().text("name"));
        Attempt attempt = visit == null ? null : visit.lastAttempt();
        return visit == null || attempt == null
                ? before
                : new Position(newBranch(visit, attempt, index(event), null), null);
    }

    private static int index(HistoryEvent event) {
        Long index = event.details().number("index");
        return index == null ? 0 : index.intValue();
    }

    static Position endIteration(HistoryEvent event, Position before, VisitOutcome outcome) {
        String name = event.details().text("name");
        int index = index(event);
        Branch branch = before.branch();
        StateVisit visit = branch.parent();
        while (visit != null && !(visit.isOpen() && visit.name().equals(name))) {
            branch = visit.branch();
            visit = branch.parent();
        }
        if (visit == null) {
            return before;
        }
        if (branch.index() != index) {
            // AWS links the events of all iterations to the event that failed, in whichever of them that was.
            Branch other = branch(visit.lastAttempt(), index);
            if (other == null) {
                return before;
            }
            branch = other;
        }
        if (outcome == VisitOutcome.FAILED) {
            Failures.failUpTo(before, visit, event);
        } else if (outcome == VisitOutcome.ABORTED) {
            Failures.close(branch.last(), event, VisitOutcome.ABORTED);
        }
        branch.outcome = outcome;
        return Position.of(visit);
    }

    private static @Nullable Branch branch(@Nullable Attempt attempt, int index) {
        return attempt == null
                ? null
                : attempt.branches.stream()
                        .filter(branch -> branch.index() == index)
                        .findFirst()
                        .orElse(null);
    }

    /**
     * The stay that an aborted event is about: the one that it follows; or, where it follows the failure of another, the first
     * open one in the branches around that failure. The stay that failed has such an event too, and is not meant.
     */
    static @Nullable StateVisit aborted(Position before, StateType type) {
        StateVisit own = before.visit();
        if (own != null && isAborted(own, type)) {
            return own;
        }
        for (StateVisit around = before.branch().parent();
                around != null;
                around = around.branch().parent()) {
            StateVisit found = firstBelow(around, type);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable StateVisit firstBelow(StateVisit around, StateType type) {
        Attempt attempt = around.lastAttempt();
        for (Branch branch : attempt == null ? List.<Branch>of() : attempt.branches) {
            StateVisit last = branch.last();
            StateVisit found = last == null || !last.isOpen() ? null : firstBelow(last, type);
            if (found == null && last != null && isAborted(last, type)) {
                found = last;
            }
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static boolean isAborted(StateVisit visit, StateType type) {
        Attempt attempt = visit.lastAttempt();
        boolean failed = visit.failed || (attempt != null && Failures.isFailure(attempt.outcome));
        return visit.isOpen() && visit.type() == type && !failed;
    }

    static Position mapRun(HistoryEvent event, Position before) {
        StateVisit visit = before.open(StateType.MAP);
        Attempt attempt = visit == null ? null : visit.lastAttempt();
        if (attempt != null) {
            attempt.mapRunArn = event.details().text("mapRunArn");
        }
        return before;
    }

    static Position end(HistoryEvent event, Position before, StateType type, VisitOutcome outcome) {
        StateVisit visit = before.open(type);
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
                    branch.outcome = outcome == VisitOutcome.SUCCEEDED ? outcome : branch.outcomeFromOutside();
                    Failures.close(branch.last(), event, VisitOutcome.ABORTED);
                }
            }
        }
        return Position.of(visit);
    }
}
