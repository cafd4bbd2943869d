package io.github.asltestkit.inspection;

import static org.apiguardian.api.API.Status.MAINTAINED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.definition.StateType;
import io.github.asltestkit.history.EventDetails;
import io.github.asltestkit.history.ExecutionNotes;
import io.github.asltestkit.history.HistoryEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One stay in a state: from the event that entered it to the one that left it. A retry belongs to the same stay. Instants are
 * those of the events: on the virtual clock, or as the service recorded them.
 */
@API(status = MAINTAINED, since = "0.1")
public final class StateVisit {
    private final ExecutionInspection inspection;
    private final Branch branch;
    private final StateType type;
    private final HistoryEvent entered;
    private final String name;
    final List<Attempt> attempts = new ArrayList<>();

    @Nullable
    State state;

    @Nullable
    HistoryEvent exited;

    /** The event after which it was over, without its having been exited: an abort, a failure. */
    @Nullable
    HistoryEvent ended;

    @Nullable
    String next;

    @Nullable
    String error;

    @Nullable
    String cause;

    /** Whether the state failed, whatever came of that. */
    boolean failed;

    VisitOutcome outcome = VisitOutcome.RUNNING;

    StateVisit(ExecutionInspection inspection, Branch branch, StateType type, HistoryEvent entered) {
        this.inspection = inspection;
        this.branch = branch;
        this.type = type;
        this.entered = entered;
        this.name = Objects.requireNonNullElse(entered.details().text("name"), "");
    }

    /** The inspected execution that it belongs to. */
    public ExecutionInspection inspection() {
        return inspection;
    }

    /** The state's name. */
    public String name() {
        return name;
    }

    /** The type of the state, which the event that entered it tells. */
    public StateType type() {
        return type;
    }

    /** The state in the definition; null where the inspection has none, or none of that name. */
    public @Nullable State state() {
        return state;
    }

    /** Its place among nested states: {@code ForEachOrder[3]/Charge}; its name alone at the top. */
    public String path() {
        String place = branch.place();
        return place.isEmpty() ? name : place + "/" + name;
    }

    /** The line of states it belongs to. */
    public Branch branch() {
        return branch;
    }

    /** The input. Null where the history was asked for without data. Not to be changed. */
    public @Nullable JsonNode input() {
        return entered.details().json("input");
    }

    /** The output with which it was left; null where it was not. Not to be changed. */
    public @Nullable JsonNode output() {
        return exited == null ? null : exited.details().json("output");
    }

    /**
     * A step of the data flow, by the name that TestState's inspection data has for it, such as {@code afterParameters};
     * {@code input} and {@code variables} too. Of a state that was retried, that of the last attempt.
     *
     * @return null where the step was not taken, or the execution was not run here; not to be changed
     */
    public @Nullable JsonNode inspected(String step) {
        return switch (step) {
            case "input" -> input();
            case "variables" -> {
                Map<String, JsonNode> all = variables();
                yield all.isEmpty()
                        ? null
                        : JsonNodeFactory.instance.objectNode().setAll(all);
            }
            default -> inspectionData().get(step);
        };
    }

    /**
     * The steps of the data flow that were taken, in their order, by the names of TestState's inspection data; the values are
     * not to be changed.
     *
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_InspectionData.html">InspectionData</a>
     */
    public Map<String, JsonNode> inspectionData() {
        return inspection.dataFlow().of(enteredEventId());
    }

    /**
     * The variables it assigned, by name; empty where it assigned none. The values are not to be changed.
     *
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html">Passing data between states with variables</a>
     */
    public Map<String, JsonNode> assigned() {
        EventDetails variables = exited == null ? null : exited.details().details("assignedVariables");
        if (variables == null) {
            return Map.of();
        }
        Map<String, JsonNode> assigned = new LinkedHashMap<>();
        for (String variable : variables.asMap().keySet()) {
            assigned.put(variable, Objects.requireNonNull(variables.json(variable)));
        }
        return Collections.unmodifiableMap(assigned);
    }

    /**
     * All variables as it leaves them, by name: those that it sees, and those that it assigned. Told by what the states
     * before it in its line, and before the Parallel and Map states around it, assigned. The values are not to be changed.
     */
    public Map<String, JsonNode> variables() {
        Map<String, JsonNode> all = seen();
        all.putAll(assigned());
        return Collections.unmodifiableMap(all);
    }

    /**
     * The variables that it sees, by name: those that the states before it in its line, and before the Parallel and Map states
     * around it, assigned. The values are not to be changed.
     */
    public Map<String, JsonNode> seenVariables() {
        return Collections.unmodifiableMap(seen());
    }

    private Map<String, JsonNode> seen() {
        StateVisit parent = branch.parent();
        Map<String, JsonNode> seen = parent == null ? new LinkedHashMap<>() : parent.seen();
        for (StateVisit before : branch.visits()) {
            if (before.equals(this)) {
                break;
            }
            seen.putAll(before.assigned());
        }
        return seen;
    }

    /** When it was entered. */
    public Instant enteredAt() {
        return entered.timestamp();
    }

    /** When it was left by success or by a Catcher; null where it was not. */
    public @Nullable Instant exitedAt() {
        return exited == null ? null : exited.timestamp();
    }

    /** When it was over, however that came; null while it lasts. */
    public @Nullable Instant endedAt() {
        HistoryEvent end = exited == null ? ended : exited;
        return end == null ? null : end.timestamp();
    }

    /** How long it lasted; null while it lasts. */
    public @Nullable Duration duration() {
        Instant end = endedAt();
        return end == null ? null : Duration.between(enteredAt(), end);
    }

    /** The attempts of a Task, Parallel or Map state; empty for other types, and where the state failed before. */
    public List<Attempt> attempts() {
        return Collections.unmodifiableList(attempts);
    }

    @Nullable
    Attempt lastAttempt() {
        return attempts.isEmpty() ? null : attempts.get(attempts.size() - 1);
    }

    void addAttempt(HistoryEvent event) {
        Attempt last = lastAttempt();
        attempts.add(new Attempt(this, attempts.size() + 1, event, last == null ? null : last.endedAt()));
        failed = false;
        error = null;
        cause = null;
    }

    /** The branches or iterations of the last attempt of a Parallel or Map state; empty for other types. */
    public List<Branch> branches() {
        Attempt last = lastAttempt();
        return last == null ? List.of() : last.branches();
    }

    /** How it ended. */
    public VisitOutcome outcome() {
        return outcome;
    }

    /**
     * The error's name of a state that failed, also of one whose error was caught; null else, and where the history does
     * not tell: that a Fail state below a Catch failed with it, is told by the definition alone.
     */
    public @Nullable String error() {
        return error;
    }

    /** The cause of that error; null where there is none. */
    public @Nullable String cause() {
        return cause;
    }

    /** The state entered next in the same line; null where there was none. */
    public @Nullable String next() {
        return next;
    }

    /** The state that a Catcher led to; null where nothing was caught. */
    public @Nullable String caughtBy() {
        return outcome == VisitOutcome.CAUGHT ? next : null;
    }

    /**
     * The Catcher that caught its error, by its index in {@code Catch}: as noted where the execution was run here; else
     * the first of the definition whose {@code ErrorEquals} names the error.
     *
     * @return null where nothing was caught, or where it cannot be told
     */
    public @Nullable Integer catcherIndex() {
        return outcome == VisitOutcome.CAUGHT ? Handlers.catcher(this) : null;
    }

    /**
     * The Retrier whose {@code ErrorEquals} names the error with which it failed last, exhausted or not, by its index in
     * {@code Retry}; null without a definition, without an error, and where none does.
     */
    public @Nullable Integer retrierIndex() {
        return Handlers.retrierFor(this, error, missedHeartbeat());
    }

    /** What was noted of it and stands in no event; empty where the execution was not run here. */
    public List<ExecutionNotes.Note> notes() {
        return inspection.notes().of(enteredEventId());
    }

    /** Whether its last attempt timed out, a missed heartbeat included. */
    public boolean timedOut() {
        Attempt last = lastAttempt();
        return last != null && last.timedOut();
    }

    /** Whether its last attempt missed a heartbeat. */
    public boolean missedHeartbeat() {
        Attempt last = lastAttempt();
        return last != null && last.missedHeartbeat();
    }

    /** Whether a task of the state is under way that waits for its task token, or for its Activity's worker. */
    public boolean isWaitingForTaskToken() {
        Attempt last = lastAttempt();
        String resource = last == null ? null : last.resource();
        return outcome == VisitOutcome.RUNNING
                && last != null
                && last.outcome() == VisitOutcome.RUNNING
                && resource != null
                && (resource.endsWith(".waitForTaskToken") || resource.contains(":activity:"));
    }

    /** The ARN of the Map Run of a distributed Map's last attempt; null else. */
    public @Nullable String mapRunArn() {
        Attempt last = lastAttempt();
        return last == null ? null : last.mapRunArn();
    }

    /** The id of the event that entered it. */
    public long enteredEventId() {
        return entered.id();
    }

    /** The id of the event after which it was over; 0 while it lasts. */
    public long endedEventId() {
        HistoryEvent end = exited == null ? ended : exited;
        return end == null ? 0 : end.id();
    }

    boolean isOpen() {
        return exited == null && ended == null;
    }

    @Override
    public String toString() {
        return path() + " (" + outcome + ")";
    }
}
