package io.github.asltestkit.replay;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.github.asltestkit.history.EventDetails;
import io.github.asltestkit.history.HistoryEvent;
import io.github.asltestkit.history.HistoryEventType;
import io.github.asltestkit.inspection.Attempt;
import io.github.asltestkit.inspection.StateVisit;
import io.github.asltestkit.integration.MapRunOutcome;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskIntegration;
import io.github.asltestkit.integration.TaskReaction;
import io.github.asltestkit.integration.TaskReaction.Step;
import io.github.asltestkit.integration.UnmockedCallException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The world of a recording: each call gets the answer that was recorded, when it was recorded. The calls of a state are
 * told apart by their order. Serves one execution: a call that was not recorded, or is one more than was, throws an
 * {@link io.github.asltestkit.integration.UnmockedCallException}.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class RecordedWorld implements TaskIntegration {
    /** How far the clock may have fallen behind the recording by what the service itself takes between two states. */
    private static final Duration OVERHEAD = Duration.ofSeconds(2);

    /** Longer than the quota of any execution. */
    private static final Duration NEVER = Duration.ofDays(3650);

    /** A task and what became of it, as recorded. */
    private record RecordedTask(HistoryEvent scheduled, List<HistoryEvent> later) {}

    private final Recording recording;
    private final Set<String> tokens = new LinkedHashSet<>();
    private final Map<String, Deque<RecordedTask>> tasks = new HashMap<>();
    private final Map<String, Deque<MapRunOutcome>> mapRuns = new HashMap<>();

    /** The world of a recording, whose states may have other names by now. */
    public RecordedWorld(Recording recording, ReplayOptions options) {
        this.recording = recording;
        Map<Long, List<HistoryEvent>> after = new HashMap<>();
        for (HistoryEvent event : recording.history().events()) {
            after.computeIfAbsent(event.previousEventId(), id -> new ArrayList<>())
                    .add(event);
        }
        for (StateVisit visit : recording.inspection().allVisits()) {
            for (Attempt attempt : visit.attempts()) {
                HistoryEvent scheduled = recording.history().event(attempt.scheduledEventId());
                if (scheduled != null && isScheduled(scheduled.type())) {
                    tasks.computeIfAbsent(options.today(visit.path()), path -> new ArrayDeque<>())
                            .add(new RecordedTask(scheduled, chain(scheduled, after)));
                } else if (scheduled != null && attempt.mapRunArn() != null) {
                    mapRuns.computeIfAbsent(options.today(visit.path()), path -> new ArrayDeque<>())
                            .add(outcome(visit, scheduled, after));
                }
            }
        }
    }

    private static boolean isScheduled(HistoryEventType type) {
        return switch (type) {
            case TASK_SCHEDULED, LAMBDA_FUNCTION_SCHEDULED, ACTIVITY_SCHEDULED -> true;
            default -> false;
        };
    }

    /** The events of a task follow one another by {@code previousEventId}, until something else happens. */
    private static List<HistoryEvent> chain(HistoryEvent scheduled, Map<Long, List<HistoryEvent>> after) {
        List<HistoryEvent> chain = new ArrayList<>();
        HistoryEvent last = scheduled;
        while (last != null) {
            HistoryEvent next = null;
            for (HistoryEvent candidate : after.getOrDefault(last.id(), List.of())) {
                if (isOfTask(candidate.type())) {
                    next = candidate;
                    break;
                }
            }
            if (next != null) {
                chain.add(next);
            }
            last = next;
        }
        return List.copyOf(chain);
    }

    /** How a Map Run ended, told by the events that follow MapStateStarted; one that never ends where none does. */
    private static MapRunOutcome outcome(
            StateVisit visit, HistoryEvent mapStarted, Map<Long, List<HistoryEvent>> after) {
        HistoryEvent started = following(mapStarted, after, HistoryEventType.MAP_RUN_STARTED);
        HistoryEvent end = started == null
                ? null
                : following(started, after, HistoryEventType.MAP_RUN_SUCCEEDED, HistoryEventType.MAP_RUN_FAILED);
        if (started == null || end == null) {
            return new MapRunOutcome(NEVER, null, Map.of(), null, null);
        }
        Duration took = Duration.between(started.timestamp(), end.timestamp());
        if (end.type() == HistoryEventType.MAP_RUN_FAILED) {
            EventDetails failure = end.details();
            return new MapRunOutcome(took, null, Map.of(), failure.text("error"), failure.text("cause"));
        }
        JsonNode output = visit.output();
        return new MapRunOutcome(took, output == null ? NullNode.getInstance() : output, visit.assigned(), null, null);
    }

    private static @Nullable HistoryEvent following(
            HistoryEvent event, Map<Long, List<HistoryEvent>> after, HistoryEventType... types) {
        return after.getOrDefault(event.id(), List.of()).stream()
                .filter(next -> List.of(types).contains(next.type()))
                .findFirst()
                .orElse(null);
    }

    private static boolean isOfTask(HistoryEventType type) {
        return switch (type) {
            case TASK_STARTED,
                    TASK_START_FAILED,
                    TASK_SUBMITTED,
                    TASK_SUBMIT_FAILED,
                    TASK_SUCCEEDED,
                    TASK_FAILED,
                    TASK_TIMED_OUT,
                    LAMBDA_FUNCTION_STARTED,
                    LAMBDA_FUNCTION_START_FAILED,
                    LAMBDA_FUNCTION_SCHEDULE_FAILED,
                    LAMBDA_FUNCTION_SUCCEEDED,
                    LAMBDA_FUNCTION_FAILED,
                    LAMBDA_FUNCTION_TIMED_OUT,
                    ACTIVITY_STARTED,
                    ACTIVITY_SCHEDULE_FAILED,
                    ACTIVITY_SUCCEEDED,
                    ACTIVITY_FAILED,
                    ACTIVITY_TIMED_OUT -> true;
            default -> false;
        };
    }

    @Override
    public TaskReaction call(TaskCall call) {
        String token = call.taskToken();
        if (token != null) {
            tokens.add(token);
        }
        Deque<RecordedTask> ofState = tasks.get(call.statePath());
        RecordedTask task = ofState == null ? null : ofState.poll();
        if (task == null) {
            throw new UnmockedCallException("The recording " + recording.name() + " holds no such call of "
                    + call.statePath() + " (attempt " + call.attempt() + ", "
                    + call.resource().arn() + "). The execution was stopped there.");
        }
        Duration behind = behind(task.scheduled().timestamp(), call);
        List<Step> steps = new ArrayList<>();
        Instant scheduled = task.scheduled().timestamp();
        Instant started = scheduled;
        for (HistoryEvent event : task.later()) {
            if (isStarted(event.type())) {
                started = event.timestamp();
            }
            Duration after = Duration.between(scheduled, event.timestamp()).plus(behind);
            Step step = step(event, after.isNegative() ? Duration.ZERO : after, task.scheduled());
            if (step != null) {
                steps.add(step);
            }
        }
        steps.addAll(heartbeats(task, started, behind));
        steps.sort((one, other) -> one.after().compareTo(other.after()));
        return new TaskReaction(steps);
    }

    /**
     * What the service took between states, no clock of ours has counted: the answer comes when it came, not earlier, so
     * that branches end in the order in which they ended. A definition that waits less than it did is no overhead.
     */
    private static Duration behind(Instant scheduled, TaskCall call) {
        Duration behind = Duration.between(call.scheduledAt(), scheduled);
        boolean isOverhead = !behind.isNegative()
                && behind.compareTo(OVERHEAD) <= 0
                && call.timeoutSeconds() == null
                && call.heartbeatSeconds() == null;
        return isOverhead ? behind : Duration.ZERO;
    }

    private static boolean isStarted(HistoryEventType type) {
        return switch (type) {
            case TASK_STARTED, ACTIVITY_STARTED, LAMBDA_FUNCTION_STARTED -> true;
            default -> false;
        };
    }

    private static @Nullable Step step(HistoryEvent event, Duration after, HistoryEvent scheduled) {
        EventDetails details = event.details();
        String error = details.text("error");
        String cause = details.text("cause");
        return switch (event.type()) {
            case ACTIVITY_STARTED -> new Step.Started(after, details.text("workerName"));
            case TASK_SUBMITTED -> new Step.Submitted(after, output(details));
            case TASK_SUCCEEDED, LAMBDA_FUNCTION_SUCCEEDED, ACTIVITY_SUCCEEDED ->
                new Step.Succeeded(after, output(details));
            case TASK_FAILED, LAMBDA_FUNCTION_FAILED, ACTIVITY_FAILED -> new Step.Failed(after, error, cause);
            case TASK_START_FAILED, LAMBDA_FUNCTION_START_FAILED -> new Step.StartFailed(after, error, cause);
            case TASK_SUBMIT_FAILED, LAMBDA_FUNCTION_SCHEDULE_FAILED, ACTIVITY_SCHEDULE_FAILED ->
                new Step.SubmitFailed(after, error, cause);
            // Where the state had a time limit, silence is the answer, and today's limit decides.
            case TASK_TIMED_OUT, LAMBDA_FUNCTION_TIMED_OUT, ACTIVITY_TIMED_OUT ->
                hasLimit(scheduled) ? null : new Step.TimedOut(after, error, cause);
            default -> null;
        };
    }

    private static boolean hasLimit(HistoryEvent scheduled) {
        return scheduled.details().number("timeoutInSeconds") != null
                || scheduled.details().number("heartbeatInSeconds") != null;
    }

    private static JsonNode output(EventDetails details) {
        JsonNode output = details.json("output");
        return output == null ? NullNode.getInstance() : output;
    }

    /**
     * Histories do not tell heartbeats. A task that lasted longer than its HeartbeatSeconds has had some: one every half
     * of them, up to its end, or to the last one before it fell silent.
     */
    private static List<Step> heartbeats(RecordedTask task, Instant started, Duration behind) {
        Long seconds = task.scheduled().details().number("heartbeatInSeconds");
        if (seconds == null || task.later().isEmpty()) {
            return List.of();
        }
        HistoryEvent last = task.later().get(task.later().size() - 1);
        boolean timedOut = last.type() == HistoryEventType.TASK_TIMED_OUT
                || last.type() == HistoryEventType.ACTIVITY_TIMED_OUT
                || last.type() == HistoryEventType.LAMBDA_FUNCTION_TIMED_OUT;
        Duration interval = Duration.ofSeconds(seconds);
        Duration lasted = Duration.between(started, last.timestamp());
        Duration lastBeat = timedOut ? lasted.minus(interval) : lasted;
        if (lasted.compareTo(interval) < 0 || lastBeat.compareTo(Duration.ofSeconds(1)) < 0) {
            return List.of();
        }
        Duration offset =
                Duration.between(task.scheduled().timestamp(), started).plus(behind);
        Duration half = interval.dividedBy(2);
        List<Step> beats = new ArrayList<>();
        for (Duration at = half; at.compareTo(lastBeat) < 0; at = at.plus(half)) {
            beats.add(new Step.Heartbeat(offset.plus(at)));
        }
        if (timedOut) {
            beats.add(new Step.Heartbeat(offset.plus(lastBeat)));
        }
        return beats;
    }

    @Override
    public CancelOutcome cancel(TaskCall call, AbortReason reason) {
        return new CancelOutcome(true, "");
    }

    @Override
    public @Nullable MapRunOutcome mapRun(String statePath) {
        Deque<MapRunOutcome> ofState = mapRuns.get(statePath);
        MapRunOutcome outcome = ofState == null ? null : ofState.poll();
        if (outcome == null) {
            throw new UnmockedCallException("The recording " + recording.name() + " holds no such Map Run of "
                    + statePath + ". The execution was stopped there.");
        }
        return outcome;
    }

    /** The task tokens that the calls got, in the order of the calls. */
    public Set<String> tokens() {
        return Collections.unmodifiableSet(tokens);
    }
}
