package io.github.asltestkit.inspection;

import static org.apiguardian.api.API.Status.MAINTAINED;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.history.DataFlow;
import io.github.asltestkit.history.ExecutionHistory;
import io.github.asltestkit.history.ExecutionNotes;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.history.HistoryEvent;
import io.github.asltestkit.history.HistoryEventType;
import io.github.asltestkit.internal.message.StateNames;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What happened in an execution, read from its history alone, recorded here or on AWS: every stay in a state, with its
 * attempts, its branches and its iterations. A definition adds what no history says: the state behind each stay, the
 * branch by its index, and the errors of Fail states that were caught.
 */
@API(status = MAINTAINED, since = "0.1")
public final class ExecutionInspection {
    private final ExecutionHistory history;
    private final @Nullable Definition definition;
    private final DataFlow dataFlow;
    private final ExecutionNotes notes;
    private final Branch root;
    private final List<StateVisit> all;
    private final @Nullable HistoryEvent first;
    private final @Nullable HistoryEvent end;

    private ExecutionInspection(
            ExecutionHistory history, @Nullable Definition definition, DataFlow dataFlow, ExecutionNotes notes) {
        this.history = history;
        this.definition = definition;
        this.dataFlow = dataFlow;
        this.notes = notes;
        HistoryWalk walk = new HistoryWalk(this, definition == null ? null : definition.states());
        for (HistoryEvent event : history.events()) {
            walk.next(event);
        }
        walk.finish();
        this.root = walk.root;
        this.all = Collections.unmodifiableList(walk.all);
        this.end = walk.end;
        this.first = history.events().isEmpty() ? null : history.events().get(0);
    }

    /** What a history tells by itself. */
    public static ExecutionInspection of(ExecutionHistory history) {
        return of(history, null);
    }

    /** What a history and the definition that was executed tell together. */
    public static ExecutionInspection of(ExecutionHistory history, @Nullable Definition definition) {
        return of(history, definition, DataFlow.UNKNOWN);
    }

    /** What a history, the definition that was executed, and the steps of the data flow tell together. */
    public static ExecutionInspection of(ExecutionHistory history, @Nullable Definition definition, DataFlow dataFlow) {
        return of(history, definition, dataFlow, ExecutionNotes.UNKNOWN);
    }

    /** What all that is known of an execution that was run here tells together. */
    public static ExecutionInspection of(
            ExecutionHistory history, @Nullable Definition definition, DataFlow dataFlow, ExecutionNotes notes) {
        return new ExecutionInspection(history, definition, dataFlow, notes);
    }

    /**
     * Which part of its machine was run alone, such as {@code from ChargeCard to ShipOrder}; null of a whole execution, as all are
     * that AWS recorded.
     */
    public @Nullable String part() {
        return first == null ? null : first.details().text("aslTestkitPart");
    }

    /** The steps of the data flow; {@link DataFlow#UNKNOWN} of an execution that was not run here. */
    public DataFlow dataFlow() {
        return dataFlow;
    }

    /** What stands in no event; {@link ExecutionNotes#UNKNOWN} of an execution that was not run here. */
    public ExecutionNotes notes() {
        return notes;
    }

    /** The history that it tells of. */
    public ExecutionHistory history() {
        return history;
    }

    /** The definition that was executed; null where none was given. */
    public @Nullable Definition definition() {
        return definition;
    }

    /** How the execution ended, as its last event says; RUNNING where it has not. */
    public ExecutionStatus status() {
        HistoryEvent last = end;
        if (last == null) {
            return ExecutionStatus.RUNNING;
        }
        return switch (last.type()) {
            case EXECUTION_SUCCEEDED -> ExecutionStatus.SUCCEEDED;
            case EXECUTION_FAILED -> ExecutionStatus.FAILED;
            case EXECUTION_TIMED_OUT -> ExecutionStatus.TIMED_OUT;
            default -> ExecutionStatus.ABORTED;
        };
    }

    /** The error's name of an execution that ended with one; null else. */
    public @Nullable String error() {
        return end == null ? null : end.details().text("error");
    }

    /** The cause of an execution that ended with one; null else. */
    public @Nullable String cause() {
        return end == null ? null : end.details().text("cause");
    }

    /** The input; null where the history was asked for without data. Not to be changed. */
    public @Nullable JsonNode input() {
        return first == null || first.type() != HistoryEventType.EXECUTION_STARTED
                ? null
                : first.details().json("input");
    }

    /** The output of an execution that succeeded; null else. Not to be changed. */
    public @Nullable JsonNode output() {
        return end == null ? null : end.details().json("output");
    }

    /** The instant of the first event; null of an empty history. */
    public @Nullable Instant startedAt() {
        return first == null ? null : first.timestamp();
    }

    /** When the execution ended; null while it runs. */
    public @Nullable Instant endedAt() {
        return end == null ? null : end.timestamp();
    }

    /** The execution's own line of states. */
    public Branch root() {
        return root;
    }

    /** The names of the states entered at the top, in order. */
    public List<String> path() {
        return root.path();
    }

    /** The stays in states at the top, in order. */
    public List<StateVisit> visits() {
        return root.visits();
    }

    /** The stays in all states, nested ones too, in the order in which they were entered. */
    public List<StateVisit> allVisits() {
        return all;
    }

    /** The stay that an event of an id began; null where the event entered no state. */
    public @Nullable StateVisit visit(long enteredEventId) {
        int low = 0;
        int high = all.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long id = all.get(middle).enteredEventId();
            if (id == enteredEventId) {
                return all.get(middle);
            }
            low = id < enteredEventId ? middle + 1 : low;
            high = id < enteredEventId ? high : middle - 1;
        }
        return null;
    }

    /**
     * The stays in a state, in order.
     *
     * @param nameOrPath its name, wherever it is nested, or its path, such as {@code ForEachOrder[3]/Charge}, which
     *     without the index names it in every item
     */
    public List<StateVisit> visits(String nameOrPath) {
        List<StateVisit> found = new ArrayList<>();
        for (StateVisit visit : all) {
            if (StateNames.matches(nameOrPath, visit.name(), visit.path())) {
                found.add(visit);
            }
        }
        return found;
    }

    /**
     * The number of state transitions that AWS bills for the execution so far, if it is one of a STANDARD machine: each
     * state that was entered, nested ones too, each retry, and each redrive. Executions that it started are billed on
     * their own.
     *
     * @return the number; for Express workflows, which are not billed by transitions, it says nothing
     * @see <a href="https://aws.amazon.com/step-functions/pricing/">Step Functions pricing</a>: a transition is counted
     *     each time a step is executed, retries included
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/concepts-transitions.html">Transitions</a>: so
     *     is a redrive, and each state that is run again in it
     */
    public int billedStateTransitions() {
        int billed = 0;
        for (HistoryEvent event : history.events()) {
            billed += event.type() == HistoryEventType.EXECUTION_REDRIVEN ? 1 : 0;
        }
        for (StateVisit visit : all) {
            billed += Math.max(1, visit.attempts().size());
        }
        return billed;
    }

    @Override
    public String toString() {
        return status() + " " + path();
    }
}
