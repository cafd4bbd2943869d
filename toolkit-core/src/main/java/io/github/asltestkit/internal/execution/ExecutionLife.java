package io.github.asltestkit.internal.execution;

import io.github.asltestkit.history.EventDetails;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.history.HistoryEventType;
import io.github.asltestkit.integration.TaskIntegration.AbortReason;
import io.github.asltestkit.internal.schedule.Timer;
import io.github.asltestkit.internal.spec.ErrorNames;
import io.github.asltestkit.internal.spec.Quotas;
import org.jspecify.annotations.Nullable;

/** How an execution begins, is ended from outside, and is redriven; what its states do is the {@link Interpreter}'s business. */
final class ExecutionLife {
    private final EventLoop loop;
    private final StateFlow flow;

    ExecutionLife(EventLoop loop, StateFlow flow) {
        this.loop = loop;
        this.flow = flow;
    }

    /** Starts an execution: its first event, its timers, and its first state. */
    void start(ExecutionRun run) {
        run.write(
                HistoryEventType.EXECUTION_STARTED,
                0,
                EventDetails.of(
                        "input",
                        run.inputAsGiven,
                        "inputDetails",
                        HistoryWriter.NOT_TRUNCATED,
                        "roleArn",
                        run.roleArn,
                        "aslTestkitPart",
                        run.part.mark()));
        setTimers(run);
        // AWS gives the first state's event the previous id 0, like ExecutionStarted itself.
        String first = run.part.startAt();
        flow.enterLater(run.root, first == null ? run.root.graph.start() : run.root.graph.step(first), run.input);
    }

    private void setTimers(ExecutionRun run) {
        setQuota(run);
        Long seconds = run.machine.program().timeoutSeconds();
        if (seconds != null) {
            run.timeout = loop.timer(
                    seconds * 1000,
                    Timer.Kind.WORK,
                    () -> "TimeoutSeconds " + seconds + " of the execution " + run.name(),
                    () -> timeOut(run));
        }
    }

    /** An execution runs no longer than the service lets it. */
    void setQuota(ExecutionRun run) {
        long quotaSeconds = run.express ? Quotas.EXPRESS_SECONDS : Quotas.STANDARD_SECONDS;
        run.quota = loop.timer(
                run.startedMillis + quotaSeconds * 1000 - loop.nowMillis(),
                run.express ? Timer.Kind.WORK : Timer.Kind.QUOTA,
                () -> (run.express ? "the five-minute quota of " : "the one-year quota of ") + run.name(),
                () -> timeOut(run));
    }

    /**
     * RedriveExecution: what failed or was aborted goes on where it stopped, with its retries counted anew.
     *
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/redrive-executions.html">Redriving executions</a>
     */
    void redrive(ExecutionRun run) {
        long last = run.history.size();
        run.reopen();
        long redriven =
                run.write(HistoryEventType.EXECUTION_REDRIVEN, last, EventDetails.of("redriveCount", run.redriveCount));
        setTimers(run);
        flow.redrive(run.root, redriven);
    }

    /** The execution's own TimeoutSeconds, or the quota, has passed. */
    private void timeOut(ExecutionRun run) {
        if (!run.isRunning()) {
            return;
        }
        run.watch.failed(Failure.of(ErrorNames.TIMEOUT, null));
        abort(run, AbortReason.TIMED_OUT);
        run.writeLast(HistoryEventType.EXECUTION_TIMED_OUT, 0, EventDetails.of("error", ErrorNames.TIMEOUT));
        run.end(ExecutionStatus.TIMED_OUT, null, null, null);
    }

    /** StopExecution. */
    void stop(ExecutionRun run, @Nullable String error, @Nullable String cause) {
        abort(run, AbortReason.EXECUTION_STOPPED);
        run.writeLast(HistoryEventType.EXECUTION_ABORTED, 0, EventDetails.of("error", error, "cause", cause));
        run.end(ExecutionStatus.ABORTED, null, error, cause);
    }

    /** Ends a STANDARD execution whose history has room for its last event only. */
    void endForFullHistory(ExecutionRun run, long previousEventId) {
        abort(run, AbortReason.EXECUTION_STOPPED);
        String cause = Quotas.HISTORY_EVENTS_CAUSE;
        run.writeLast(
                HistoryEventType.EXECUTION_FAILED,
                previousEventId,
                EventDetails.of("error", ErrorNames.RUNTIME, "cause", cause));
        run.end(ExecutionStatus.FAILED, null, ErrorNames.RUNTIME, cause);
    }

    /** Ends all that the execution waits for. */
    static void abort(ExecutionRun run, AbortReason reason) {
        run.root.ended = true;
        Visit visit = run.root.visit;
        if (visit != null && visit.activity != null) {
            visit.activity.abort(reason);
        }
    }
}
