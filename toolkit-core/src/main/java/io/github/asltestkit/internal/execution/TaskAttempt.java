package io.github.asltestkit.internal.execution;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.history.ExecutionNotes;
import io.github.asltestkit.history.HistoryEventType;
import io.github.asltestkit.integration.IntegrationPattern;
import io.github.asltestkit.integration.ServiceCatalogue.FailureRule;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskIntegration.AbortReason;
import io.github.asltestkit.integration.TaskReaction;
import io.github.asltestkit.integration.TaskResource;
import io.github.asltestkit.internal.execution.Frame.MapItem;
import io.github.asltestkit.internal.json.JsonText;
import io.github.asltestkit.internal.message.CallSite;
import io.github.asltestkit.internal.message.Times;
import io.github.asltestkit.internal.program.RequestAddition;
import io.github.asltestkit.internal.program.Step.TaskStep;
import io.github.asltestkit.internal.schedule.EventQueue;
import io.github.asltestkit.internal.schedule.Timer;
import io.github.asltestkit.internal.spec.ErrorNames;
import io.github.asltestkit.internal.spec.Quotas;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One attempt of a Task state: scheduled, started, perhaps submitted, and completed, timed out or aborted. */
final class TaskAttempt implements OpenTask, Activity {
    /** The longest task token that the service takes. */
    static final int MAX_TOKEN_LENGTH = 1024;

    private final TaskHost host;
    private final StateFlow flow;
    private final Visit visit;
    private final TaskStep step;
    private final TaskEvents events;
    private final Effect effect = new Effect();
    private final List<Timer> timers = new ArrayList<>(2);

    private @Nullable TaskCall call;
    private @Nullable Timer timeoutTimer;
    private @Nullable Timer heartbeatTimer;
    private @Nullable ExecutionRun job;
    private int scheduledEventId;
    private boolean started;
    private boolean submitted;
    private boolean open = true;
    private @Nullable Reporter reporter;
    private @Nullable Timer scriptedEnd;
    private @Nullable HistoryEventType endedAs;
    private long endedMillis;

    TaskAttempt(TaskHost host, StateFlow flow, Visit visit, TaskStep step) {
        this.host = host;
        this.flow = flow;
        this.visit = visit;
        this.step = step;
        this.events = TaskEvents.of(step.resource(), host.region());
    }

    @Override
    public TaskCall call() {
        TaskCall scheduled = call;
        if (scheduled == null) {
            throw new IllegalStateException("An attempt has a call once it is scheduled");
        }
        return scheduled;
    }

    /** The execution whose task this is. */
    public ExecutionRun run() {
        return visit.frame.run;
    }

    /** What no other attempt of any execution has, whatever states are added elsewhere. */
    String place() {
        return visit.frame.run.arn() + " " + visit.place();
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public boolean isSubmitted() {
        return submitted;
    }

    /** How a task that is not open ended, when, and who ended it, such as {@code TaskSucceeded at +7m, by SendTaskSuccess}. */
    String ending() {
        HistoryEventType how = endedAs;
        String at = " at +" + Times.text(Duration.ofMillis(endedMillis - run().startedMillis));
        Reporter by = reporter;
        if (how == null) {
            return "aborted" + at + ", with its state or its execution";
        }
        if (by == null) {
            return how.apiName() + at;
        }
        CallSite place = by.place();
        return how.apiName() + at + ", by " + by.action() + (place == null ? "" : "\n-> at " + place.text());
    }

    @Override
    public long scriptedEndMillis() {
        Timer end = scriptedEnd;
        return end == null || end.isCancelled() ? EventQueue.NEVER : end.dueMillis();
    }

    @Override
    public boolean waitsForWorker() {
        return open
                && job == null
                && call().taskToken() != null
                && timers.stream().allMatch(Timer::isCancelled);
    }

    @Override
    public boolean isStarted() {
        return started;
    }

    void schedule(
            JsonNode parameters,
            @Nullable Long timeoutSeconds,
            @Nullable Long heartbeatSeconds,
            @Nullable JsonNode credentials) {
        ExecutionRun run = visit.frame.run;
        MapItem item = visit.frame.innermostItem();
        RequestAddition addition = step.addition();
        JsonNode sent = addition == null ? parameters : addition.to(parameters, run.arn(), run.machine.arn());
        String path = visit.path();
        TaskCall scheduled = new ScheduledCall(
                host.nextCallId(),
                run,
                step.name(),
                path,
                step.state().pointer(),
                run.machine
                        .program()
                        .places()
                        .getOrDefault(step.state().pointer(), step.state().pointer()),
                step.resource(),
                sent,
                visit.attempt(),
                run.countCall(path),
                visit.taskToken,
                item == null ? null : item.index(),
                item == null ? null : item.value(),
                credentials,
                timeoutSeconds,
                heartbeatSeconds,
                run.host.now());
        call = scheduled;
        write(events.scheduled(scheduled, addition == null || addition.isScheduled() ? sent : parameters));
        scheduledEventId = Math.toIntExact(visit.frame.lastEventId);
        visit.activity = this;
        run.openTasks.add(this);
        TaskReaction reaction = host.call(scheduled, this);
        if (step.resource().kind() == TaskResource.Kind.ACTIVITY) {
            host.activities().add(step.resource().arn(), this);
            setTimeoutTimer();
        } else {
            start(null);
        }
        if (step.resource().service().equals("http")) {
            setHttpTimer();
        }
        setServiceTimer(step.longestSeconds());
        reaction.steps().forEach(this::takeLater);
        if (scheduled.taskToken() != null) {
            run.host.listener().issued(scheduled);
        }
    }

    private void takeLater(TaskReaction.Step next) {
        Timer timer = after(millis(next.after()), () -> "scripted answer to " + name(), () -> go(next));
        timers.add(timer);
        if (scriptedEnd == null && next.endsTask()) {
            scriptedEnd = timer;
        }
    }

    /** A time too long to be counted never passes. */
    private static long millis(Duration duration) {
        return duration.toSeconds() > Long.MAX_VALUE / 1000 - 1 ? Long.MAX_VALUE : duration.toMillis();
    }

    void startByWorker(@Nullable String workerName) {
        inStep(() -> start(workerName));
    }

    private void start(@Nullable String workerName) {
        if (started) {
            return;
        }
        started = true;
        write(events.started(workerName));
        setTimeoutTimer();
        setHeartbeatTimer();
    }

    /** The count begins when the task is started; an Activity that no worker takes is given up as long after its schedule. */
    private void setTimeoutTimer() {
        if (timeoutTimer != null) {
            timeoutTimer.cancel();
        }
        Long timeoutSeconds = call().timeoutSeconds();
        if (timeoutSeconds != null) {
            timeoutTimer = after(
                    timeoutSeconds * 1000,
                    () -> "TimeoutSeconds " + timeoutSeconds + " of " + name(),
                    () -> timeOut(Failure.timeout(false)));
        }
    }

    /** The quota on HTTP Tasks, which no field of a definition changes. */
    private void setHttpTimer() {
        String cause = "The HTTP Task had no response after " + Quotas.HTTP_TASK_SECONDS + " seconds";
        timers.add(after(
                Quotas.HTTP_TASK_SECONDS * 1000,
                () -> "the 60 seconds that an HTTP Task has, of " + visit.path(),
                () -> failed(ErrorNames.HTTP_SOCKET, cause)));
    }

    /** What the service lets a call last; AWS does not document the error, so it is that of TimeoutSeconds. */
    private void setServiceTimer(@Nullable Long seconds) {
        if (seconds != null) {
            timers.add(after(
                    seconds * 1000,
                    () -> "the " + seconds + " seconds that a call of "
                            + step.resource().service() + " has, of " + visit.path(),
                    () -> timeOut(Failure.timeout(false))));
        }
    }

    private void setHeartbeatTimer() {
        Long heartbeatSeconds = call().heartbeatSeconds();
        if (heartbeatSeconds == null || step.resource().pattern() == IntegrationPattern.REQUEST_RESPONSE) {
            return;
        }
        if (heartbeatTimer != null) {
            heartbeatTimer.cancel();
        }
        heartbeatTimer = after(
                heartbeatSeconds * 1000,
                () -> "HeartbeatSeconds " + heartbeatSeconds + " of " + name(),
                () -> timeOut(Failure.timeout(true)));
    }

    /** Its path and number, such as {@code Approve, attempt 1}. */
    String name() {
        return visit.path() + ", attempt " + call().attempt();
    }

    /** A sign of life, perhaps somebody's. */
    void heartbeat(@Nullable Reporter by) {
        if (open && started) {
            visit.frame.run.notes.add(visit, ExecutionNotes.Kind.HEARTBEAT, scheduledEventId, by);
            setHeartbeatTimer();
        }
    }

    /** The world goes on. */
    void take(TaskReaction.Step next) {
        inStep(() -> go(next));
    }

    private void go(TaskReaction.Step next) {
        next.accept(effect).run();
    }

    /** What each kind of step does to this attempt. */
    private final class Effect implements TaskReaction.Step.Visitor<Runnable> {
        @Override
        public Runnable submitted(TaskReaction.Step.Submitted step) {
            return () -> submit(step.output());
        }

        @Override
        public Runnable succeeded(TaskReaction.Step.Succeeded step) {
            return () -> answer(step.output());
        }

        @Override
        public Runnable failed(TaskReaction.Step.Failed step) {
            return () -> TaskAttempt.this.failed(step.error(), step.cause());
        }

        @Override
        public Runnable started(TaskReaction.Step.Started step) {
            return () -> start(step.workerName());
        }

        @Override
        public Runnable heartbeat(TaskReaction.Step.Heartbeat step) {
            return () -> TaskAttempt.this.heartbeat(null);
        }

        @Override
        public Runnable heartbeats(TaskReaction.Step.Heartbeats step) {
            return () -> {
                TaskAttempt.this.heartbeat(null);
                if (step.times() > 1) {
                    timers.removeIf(Timer::isCancelled);
                    takeLater(new TaskReaction.Step.Heartbeats(step.interval(), step.interval(), step.times() - 1));
                }
            };
        }

        @Override
        public Runnable timedOut(TaskReaction.Step.TimedOut step) {
            String error = step.error() == null ? ErrorNames.TIMEOUT : step.error();
            return () -> completeFailed(events::timedOut, Failure.of(error, step.cause()));
        }

        @Override
        public Runnable startFailed(TaskReaction.Step.StartFailed step) {
            return () -> completeFailed(events::startFailed, Failure.of(step.error(), step.cause()));
        }

        @Override
        public Runnable submitFailed(TaskReaction.Step.SubmitFailed step) {
            return () -> completeFailed(events::submitFailed, Failure.of(step.error(), step.cause()));
        }
    }

    @Override
    public void take(TaskReaction.Step next, Reporter by) {
        reported(by);
        take(next);
    }

    private void reported(Reporter by) {
        if (open) {
            reporter = by;
            visit.frame.run.notes.add(visit, ExecutionNotes.Kind.REPORT, scheduledEventId, by);
        }
    }

    /** The job of this task is an execution of the same engine: to be stopped with the task. */
    void runsJob(ExecutionRun child) {
        job = child;
    }

    private void submit(JsonNode output) {
        if (!submitted && !saysThatItFailed(output)) {
            submitted = true;
            write(events.submitted(output));
        }
    }

    /** The API's answer, or in the other patterns the job's. */
    private void answer(JsonNode output) {
        boolean ofApi = step.resource().pattern() == IntegrationPattern.REQUEST_RESPONSE;
        if (!ofApi || !saysThatItFailed(output)) {
            succeed(output);
        }
    }

    /** Whether the response of the API tells a failure; then the task has failed with it. */
    private boolean saysThatItFailed(JsonNode response) {
        FailureRule rule = step.failureRule();
        if (rule == null || !rule.matches(response)) {
            return false;
        }
        go(TaskReaction.Step.refusal(step.resource().pattern(), Duration.ZERO, rule.error(), JsonText.write(response)));
        return true;
    }

    void succeed(JsonNode output, Reporter by) {
        reported(by);
        inStep(() -> succeed(output));
    }

    void fail(@Nullable String error, @Nullable String cause, Reporter by) {
        reported(by);
        inStep(() -> failed(error, cause));
    }

    private void failed(@Nullable String error, @Nullable String cause) {
        completeFailed(events::failed, Failure.of(error, cause));
    }

    private void succeed(JsonNode output) {
        if (visit.frame.run.meter.utf8Size(output) > Quotas.PAYLOAD_BYTES) {
            String cause = "The state/task '" + events.taskName()
                    + "' returned a result with a size exceeding the maximum number of bytes service limit.";
            completeFailed(events::failed, Failure.of(ErrorNames.DATA_LIMIT_EXCEEDED, cause));
            return;
        }
        TaskEvents.Event event = events.succeeded(output);
        close(event.type());
        write(event);
        visit.activity = null;
        visit.taskToken = null;
        VisitScope scope = VisitScope.of(visit);
        flow.succeed(visit, step.flow().completeWithResult(scope, output), step.next());
    }

    private void timeOut(Failure failure) {
        cancelJob(AbortReason.TIMED_OUT);
        completeFailed(events::timedOut, failure);
    }

    /** The event tells of the failure as the state's handlers see it: no longer than it may be. */
    private void completeFailed(TaskEvents.OfFailure failed, Failure failure) {
        TaskEvents.Event event = failed.of(failure.error(), failure.cause());
        close(event.type());
        write(event);
        visit.taskToken = null;
        flow.fail(visit, failure);
    }

    @Override
    public void abort(AbortReason reason) {
        if (open) {
            cancelJob(reason);
            close(null);
        }
    }

    private void cancelJob(AbortReason reason) {
        ExecutionRun child = job;
        if (step.resource().pattern() != IntegrationPattern.RUN_A_JOB || (!submitted && child == null)) {
            return;
        }
        boolean cancelled = host.integration().cancel(call(), reason).cancelled();
        if (child != null && cancelled && child.isRunning()) {
            String cause = "The Task state in AWS Step Functions execution [" + visit.frame.run.arn()
                    + "] which was managing this resource was aborted";
            host.life().stop(child, null, cause);
        }
    }

    /** @param how the event that tells of the end; null where the task is aborted */
    private void close(@Nullable HistoryEventType how) {
        open = false;
        scriptedEnd = null;
        endedAs = how;
        endedMillis = run().host.nowMillis();
        visit.frame.run.openTasks.remove(this);
        timers.forEach(Timer::cancel);
        timers.clear();
        if (timeoutTimer != null) {
            timeoutTimer.cancel();
        }
        if (heartbeatTimer != null) {
            heartbeatTimer.cancel();
        }
    }

    /** Does a part of the attempt after a time, if it is still open. */
    private Timer after(long delayMillis, Timer.Reason reason, Runnable part) {
        return flow.after(visit, delayMillis, reason, () -> {
            if (open) {
                part.run();
            }
        });
    }

    /** Does a part of the attempt in a step of its own, if it is still open. */
    private void inStep(Runnable part) {
        if (open) {
            flow.resume(visit, part);
        }
    }

    private void write(TaskEvents.Event event) {
        Frame frame = visit.frame;
        frame.lastEventId = frame.run.write(event.type(), frame.lastEventId, event.details());
    }
}
