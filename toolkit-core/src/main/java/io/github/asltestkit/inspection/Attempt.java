package io.github.asltestkit.inspection;

import static org.apiguardian.api.API.Status.MAINTAINED;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.history.EventDetails;
import io.github.asltestkit.history.ExecutionNotes;
import io.github.asltestkit.history.HistoryEvent;
import io.github.asltestkit.history.HistoryEventType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a Task, Parallel or Map state; the first is number 1. Instants are those of the history's events: on the virtual
 * clock, or as the service recorded them.
 */
@API(status = MAINTAINED, since = "0.1")
public final class Attempt {
    private final StateVisit visit;
    private final int number;
    private final HistoryEvent scheduled;
    private final @Nullable Instant previousEnd;
    final List<Branch> branches = new ArrayList<>();
    VisitOutcome outcome = VisitOutcome.RUNNING;

    @Nullable
    HistoryEvent started;

    @Nullable
    HistoryEvent submitted;

    @Nullable
    HistoryEvent ended;

    @Nullable
    String error;

    @Nullable
    String cause;

    @Nullable
    String mapRunArn;

    Attempt(StateVisit visit, int number, HistoryEvent scheduled, @Nullable Instant previousEnd) {
        this.visit = visit;
        this.number = number;
        this.scheduled = scheduled;
        this.previousEnd = previousEnd;
    }

    /** The stay in a state that it belongs to. */
    public StateVisit visit() {
        return visit;
    }

    /** 1 for the first try. */
    public int number() {
        return number;
    }

    /** How it ended. */
    public VisitOutcome outcome() {
        return outcome;
    }

    /** When the task was scheduled, or the branches or iterations were started. */
    public Instant scheduledAt() {
        return scheduled.timestamp();
    }

    /** When the service, function or worker took it; null where it has not, and of Parallel and Map states. */
    public @Nullable Instant startedAt() {
        return at(started);
    }

    /** When the service accepted the job or the callback's message; null where it did not. */
    public @Nullable Instant submittedAt() {
        return at(submitted);
    }

    /** When it ended; null while it lasts. */
    public @Nullable Instant endedAt() {
        return at(ended);
    }

    private static @Nullable Instant at(@Nullable HistoryEvent event) {
        return event == null ? null : event.timestamp();
    }

    /** How long the state waited after the end of the attempt before; null for the first. */
    public @Nullable Duration waitedBefore() {
        return previousEnd == null ? null : Duration.between(previousEnd, scheduledAt());
    }

    /**
     * The {@code resource} of the history: an ARN, or an action such as {@code sendMessage.waitForTaskToken}; null for
     * Parallel and Map.
     */
    public @Nullable String resource() {
        return scheduled.details().text("resource");
    }

    /** The {@code resourceType} of the history, such as {@code sqs}; null of a plain Lambda ARN, an Activity, a branch. */
    public @Nullable String resourceType() {
        return scheduled.details().text("resourceType");
    }

    /** The call's parameters (of a Lambda or Activity ARN, its input); null for Parallel and Map. Not to be changed. */
    public @Nullable JsonNode parameters() {
        JsonNode parameters = scheduled.details().json("parameters");
        return parameters == null ? scheduled.details().json("input") : parameters;
    }

    /** What the service answered when it accepted the job or message; null where it has not. Not to be changed. */
    public @Nullable JsonNode submittedOutput() {
        return submitted == null ? null : submitted.details().json("output");
    }

    /** The result of an attempt that succeeded; null else, and for Parallel and Map. Not to be changed. */
    public @Nullable JsonNode output() {
        return ended == null ? null : ended.details().json("output");
    }

    /** The error's name of an attempt that failed or timed out with one; null else. */
    public @Nullable String error() {
        return error;
    }

    /** The cause of an attempt that failed or timed out with one; null else. */
    public @Nullable String cause() {
        return cause;
    }

    /** {@code TimeoutSeconds} as it applied; null where none was declared. */
    public @Nullable Long timeoutSeconds() {
        return scheduled.details().number("timeoutInSeconds");
    }

    /** {@code HeartbeatSeconds} as it applied; null where none was declared. */
    public @Nullable Long heartbeatSeconds() {
        return scheduled.details().number("heartbeatInSeconds");
    }

    /** Whether it timed out, by TimeoutSeconds or a missed heartbeat. */
    public boolean timedOut() {
        return outcome == VisitOutcome.TIMED_OUT;
    }

    /**
     * Whether it timed out because a heartbeat was missed. The service tells both kinds of timeout by the same event with the
     * same error, {@code States.Timeout}, as recordings show: it was the heartbeat where one was declared and
     * {@code TimeoutSeconds} had not passed.
     *
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html">Handling errors</a>
     */
    public boolean missedHeartbeat() {
        Long timeout = timeoutSeconds();
        HistoryEvent end = ended;
        if (!timedOut() || heartbeatSeconds() == null || end == null) {
            return false;
        }
        Instant from = started == null ? scheduledAt() : started.timestamp();
        return timeout == null || Duration.between(from, end.timestamp()).toSeconds() < timeout;
    }

    /**
     * The Retrier that made the state act again after this attempt, by its index in {@code Retry}: as noted where the
     * execution was run here; else the first of the definition whose {@code ErrorEquals} names the error.
     *
     * @return null where no attempt followed, where a redrive made the next one, or where it cannot be told
     */
    public @Nullable Integer retriedBy() {
        return Handlers.retrier(this);
    }

    /** When heartbeats of it came in time; empty where none came, and where the execution was not run here. */
    public List<Instant> heartbeats() {
        return notes(ExecutionNotes.Kind.HEARTBEAT).map(ExecutionNotes.Note::at).toList();
    }

    private Stream<ExecutionNotes.Note> notes(ExecutionNotes.Kind kind) {
        return visit.notes().stream().filter(note -> note.kind() == kind && note.index() == scheduledEventId());
    }

    /**
     * Who ended it: a caller of SendTaskSuccess or SendTaskFailure, or a test that ended its job.
     *
     * @return null where a mock, a service or a timeout ended it, where it has not ended, and where the execution was not run
     *     here
     */
    public ExecutionNotes.@Nullable Reporter reporter() {
        return notes(ExecutionNotes.Kind.REPORT)
                .map(ExecutionNotes.Note::reporter)
                .reduce(null, (before, last) -> last);
    }

    /** Whom it waits for, or waited for when it ended: who is at fault where it timed out. Null for Parallel and Map. */
    public @Nullable Awaited awaited() {
        String resource = resource();
        if (scheduled.type() == HistoryEventType.ACTIVITY_SCHEDULED) {
            return started == null ? Awaited.WORKER_TO_TAKE_IT : Awaited.WORKER_TO_REPORT;
        }
        if (scheduled.type() == HistoryEventType.LAMBDA_FUNCTION_SCHEDULED) {
            return Awaited.RESPONSE;
        }
        if (resource == null) {
            return null;
        }
        if (submitted == null) {
            return Awaited.RESPONSE;
        }
        return resource.endsWith(".waitForTaskToken") ? Awaited.TASK_TOKEN : Awaited.JOB;
    }

    /**
     * The branches or iterations of a Parallel or inline Map state that were started, by index; empty for a Task, and for a
     * distributed Map, whose iterations are executions of their own.
     */
    public List<Branch> branches() {
        return Collections.unmodifiableList(branches);
    }

    /** How many items a Map state was given; null for Task and Parallel states. */
    public @Nullable Long itemCount() {
        return scheduled.details().number("length");
    }

    /** The ARN of the Map Run of a distributed Map; null else. */
    public @Nullable String mapRunArn() {
        return mapRunArn;
    }

    /** The id of the event that scheduled or started it. */
    public long scheduledEventId() {
        return scheduled.id();
    }

    /** The id of the event that ended it; 0 while it lasts. */
    public long endedEventId() {
        return ended == null ? 0 : ended.id();
    }

    void end(HistoryEvent event, VisitOutcome how) {
        EventDetails details = event.details();
        ended = event;
        outcome = how;
        if (how != VisitOutcome.SUCCEEDED) {
            error = details.text("error");
            cause = details.text("cause");
        }
    }

    @Override
    public String toString() {
        return "attempt " + number + " (" + outcome + (error == null ? "" : " " + error) + ")";
    }
}
