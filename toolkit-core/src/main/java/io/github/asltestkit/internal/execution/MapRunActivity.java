package io.github.asltestkit.internal.execution;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.history.EventDetails;
import io.github.asltestkit.history.ExecutionNotes;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.history.HistoryEventType;
import io.github.asltestkit.history.MapRunCounts;
import io.github.asltestkit.history.MapRunStatus;
import io.github.asltestkit.integration.MapRunOutcome;
import io.github.asltestkit.integration.TaskIntegration.AbortReason;
import io.github.asltestkit.internal.expression.EvaluationException;
import io.github.asltestkit.internal.items.ItemReaderException;
import io.github.asltestkit.internal.items.ItemSource;
import io.github.asltestkit.internal.items.OutputTooLargeException;
import io.github.asltestkit.internal.items.ResultWriterException;
import io.github.asltestkit.internal.items.Results;
import io.github.asltestkit.internal.program.Distribution;
import io.github.asltestkit.internal.program.Flow.Completion;
import io.github.asltestkit.internal.program.Step.MapStep;
import io.github.asltestkit.internal.schedule.EventQueue;
import io.github.asltestkit.internal.spec.ErrorNames;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The Map Run of a distributed Map state: child executions are started as others end, and their results are handed on. */
final class MapRunActivity implements MapRunFacts, Activity, Redrivable {
    private final MapRunHost host;
    private final StateFlow flow;
    private final Visit visit;
    private final MapStep step;
    private final @Nullable Batching batching;
    private final MapRunIdentity identity;
    private final ChildExecutions children;
    private final long startedMillis;

    private MapRunLimits limits;
    private @Nullable ChildInputs inputs;
    private @Nullable Results results;
    private MapRunStatus status = MapRunStatus.RUNNING;
    private boolean redrivable;
    private ChildInputs.@Nullable Mark unread;
    private boolean exhausted;
    private long totalItems = -1;
    private long stoppedMillis = EventQueue.NEVER;
    private int redriveCount;
    private long redrivenMillis = EventQueue.NEVER;

    MapRunActivity(
            MapRunHost host,
            StateFlow flow,
            Visit visit,
            MapStep step,
            Distribution distribution,
            MapRunLimits limits,
            @Nullable Batching batching) {
        this.host = host;
        this.flow = flow;
        this.visit = visit;
        this.step = step;
        this.limits = limits;
        this.batching = batching;
        this.identity = MapRunIdentity.of(host, visit, step, distribution);
        this.children = new ChildExecutions(host);
        this.startedMillis = host.nowMillis();
    }

    // ---- what there is to know -----------------------------------------------------------------------------------

    @Override
    public String arn() {
        return identity.arn();
    }

    @Override
    public String name() {
        return identity.name();
    }

    @Override
    public String statePath() {
        return visit.path();
    }

    @Override
    public String stateName() {
        return step.name();
    }

    @Override
    public ExecutionRun parent() {
        return visit.frame.run;
    }

    @Override
    public Machine childMachine() {
        return identity.childMachine();
    }

    @Override
    public MapRunStatus status() {
        return status;
    }

    @Override
    public long startedMillis() {
        return startedMillis;
    }

    @Override
    public long stoppedMillis() {
        return stoppedMillis;
    }

    @Override
    public int redriveCount() {
        return redriveCount;
    }

    @Override
    public long redrivenMillis() {
        return redrivenMillis;
    }

    @Override
    public long maxConcurrency() {
        return limits.maxConcurrency();
    }

    @Override
    public long toleratedFailureCount() {
        Long count = limits.toleratedFailureCount();
        return count == null ? 0 : count;
    }

    @Override
    public double toleratedFailurePercentage() {
        Double percentage = limits.toleratedFailurePercentage();
        return percentage == null ? 0 : percentage;
    }

    @Override
    public MapRunCounts itemCounts() {
        return children.items().counts();
    }

    @Override
    public MapRunCounts executionCounts() {
        return children.executions().counts();
    }

    @Override
    public List<ExecutionRun> children() {
        return children.all();
    }

    @Override
    public @Nullable ExecutionRun child(int index) {
        return children.find(index);
    }

    // ---- its life ------------------------------------------------------------------------------------------------

    void begin(Supplier<ItemSource> source, Function<MapRunFacts, Results> resultsTo) {
        Frame frame = visit.frame;
        host.add(this);
        frame.lastEventId = frame.run.write(
                HistoryEventType.MAP_RUN_STARTED, frame.lastEventId, EventDetails.of("mapRunArn", arn()));
        MapRunOutcome known = host.integration().mapRun(visit.path());
        if (known != null) {
            flow.after(
                    visit,
                    known.after().toMillis(),
                    () -> "recorded end of the Map Run of " + visit.path(),
                    () -> endAs(known));
            return;
        }
        guarded(() -> {
            results = resultsTo.apply(this);
            ChildInputs opened = new ChildInputs(visit, step, source.get(), batching);
            inputs = opened;
            opened.open();
            fill();
        });
    }

    /** Does a part of the run; what goes wrong in it fails the run. */
    private void guarded(Runnable part) {
        try {
            part.run();
        } catch (ItemReaderException failed) {
            fail(Failure.of(ErrorNames.ITEM_READER_FAILED, failed.getMessage()), redriveCount > 0 || !nothingStarted());
        } catch (ResultWriterException failed) {
            fail(
                    Failure.of(ErrorNames.RESULT_WRITER_FAILED, failed.getMessage()),
                    redriveCount > 0 || !nothingStarted());
        } catch (OutputTooLargeException failed) {
            fail(
                    Failure.of(
                            ErrorNames.DATA_LIMIT_EXCEEDED,
                            "The state/task '" + step.name()
                                    + "' returned a result with a size exceeding the maximum number of bytes service"
                                    + " limit."),
                    false);
        } catch (StateFailedException failed) {
            fail(failed.failure(), false);
        } catch (EvaluationException failed) {
            if (status == MapRunStatus.RUNNING) {
                abortChildren();
                close(MapRunStatus.FAILED, false);
                visit.frame.lastEventId = writeFailed(Failure.of(failed.error(), visit.causeOf(failed)));
            }
            throw failed;
        }
    }

    /** Takes other limits for what is to come. */
    void update(@Nullable Long maxConcurrency, @Nullable Long toleratedCount, @Nullable Double toleratedPercentage) {
        limits = limits.updated(maxConcurrency, toleratedCount, toleratedPercentage);
        if (status == MapRunStatus.RUNNING) {
            flow.resume(visit, () -> guarded(this::fill));
        }
    }

    private boolean nothingStarted() {
        return children.executions().counts().total() == 0;
    }

    /** Starts as many child executions as may run at once. */
    private void fill() {
        ChildInputs from = inputs;
        long window = limits.window();
        while (children.numberRunning() < window && children.waitForRedrive()) {
            redriveNext();
        }
        while (children.numberRunning() < window && !exhausted && from != null) {
            ChildInput next = from.next();
            if (next == null) {
                exhausted = true;
                from.close();
            } else {
                start(next);
            }
        }
        if (children.numberRunning() == 0 && exhausted && !children.waitForRedrive()) {
            succeed();
        }
    }

    private void start(ChildInput next) {
        children.started(next);
        launch(next);
    }

    private void launch(ChildInput input) {
        String childName = host.ids().uuid(arn() + " " + input.index());
        ExecutionRun child = new ExecutionRun(
                host, childMachine(), childName, host.arns().execution(childMachine(), childName), this, input);
        runs(child);
        host.life().start(child);
    }

    private void runs(ExecutionRun child) {
        children.runs(child);
        child.whenEnded(() -> host.loop().ready(() -> {
            if (children.isRunning(child)) {
                flow.resume(visit, () -> guarded(() -> ended(child)));
            }
        }));
    }

    private void ended(ExecutionRun child) {
        ended(child, child.state());
        if (exceedsTolerance()) {
            fail(
                    Failure.of(
                            ErrorNames.EXCEED_TOLERATED_FAILURE_THRESHOLD,
                            "The specified tolerated failure threshold was exceeded"),
                    true);
        } else {
            fill();
        }
    }

    private void ended(ExecutionRun child, ExecutionStatus how) {
        ChildInput input = child.child();
        children.ended(child, how);
        Results to = results;
        if (to != null) {
            boolean succeeded = how == ExecutionStatus.SUCCEEDED;
            to.add(new Results.Result(
                    input.index(),
                    succeeded ? Results.Kind.SUCCEEDED : Results.Kind.FAILED,
                    succeeded ? child.output() : null,
                    json -> ChildDescription.write(child, json)));
        }
        children.keep(child, how);
        host.progressed(this);
    }

    private boolean exceedsTolerance() {
        long failed =
                children.items().of(ExecutionStatus.FAILED) + children.items().of(ExecutionStatus.TIMED_OUT);
        return limits.isExceededInRun(failed, this::totalItems);
    }

    /** The percentage is one of all items, so they are counted when the first one fails. */
    private long totalItems() {
        ChildInputs from = inputs;
        if (totalItems < 0 && from != null) {
            totalItems = exhausted ? children.items().counts().total() : from.countItems();
        }
        return totalItems;
    }

    private void succeed() {
        Results to = results;
        if (to == null) {
            throw new IllegalStateException("A Map Run that runs has somewhere to put its results");
        }
        JsonNode result = to.finish(true);
        closeSucceeded();
        flow.succeed(visit, step.flow().completeWithResult(VisitScope.of(visit), result), step.next());
    }

    private void closeSucceeded() {
        close(MapRunStatus.SUCCEEDED, true);
        Frame frame = visit.frame;
        long succeeded = frame.run.write(HistoryEventType.MAP_RUN_SUCCEEDED, frame.lastEventId, EventDetails.NONE);
        frame.run.write(HistoryEventType.MAP_STATE_SUCCEEDED, succeeded, EventDetails.NONE);
        visit.activity = null;
    }

    /** Its end is known, and its items are not: nothing was run. */
    private void endAs(MapRunOutcome known) {
        if (status != MapRunStatus.RUNNING) {
            return;
        }
        JsonNode output = known.stateOutput();
        if (output == null) {
            fail(Failure.of(known.error(), known.cause()), true);
        } else {
            closeSucceeded();
            flow.succeed(visit, new Completion(output, known.assigned()), step.next());
        }
    }

    private void fail(Failure failure, boolean mayBeRedriven) {
        redrivable = mayBeRedriven;
        abortChildren();
        if (mayBeRedriven) {
            finishUnsuccessful();
        }
        close(MapRunStatus.FAILED, mayBeRedriven);
        visit.frame.lastEventId = writeFailed(failure);
        flow.fail(visit, failure);
    }

    private long writeFailed(Failure failure) {
        return visit.frame.run.write(
                HistoryEventType.MAP_RUN_FAILED,
                visit.frame.lastEventId,
                EventDetails.of("error", failure.error(), "cause", failure.cause()));
    }

    private void close(MapRunStatus how, boolean written) {
        status = how;
        stoppedMillis = host.nowMillis();
        visit.frame.run.notes.add(
                visit,
                ExecutionNotes.Kind.ITEMS,
                Math.toIntExact(children.items().counts().total()));
        ChildInputs from = inputs;
        if (from != null) {
            from.close();
        }
        if (written) {
            children.written();
        }
    }

    /** Exports what there is, with the inputs that never came to run. */
    private void finishUnsuccessful() {
        Results to = results;
        ChildInputs from = inputs;
        if (to == null || from == null) {
            return;
        }
        try {
            unread = from.mark();
            long pendingItems = 0;
            long pending = 0;
            for (ChildInput next = exhausted ? null : from.next(); next != null; next = from.next()) {
                ChildInput waits = next;
                pending++;
                pendingItems += next.items();
                to.add(new Results.Result(
                        next.index(),
                        Results.Kind.PENDING,
                        null,
                        json -> ChildDescription.writePending(this, waits, json)));
            }
            children.pending(pending, pendingItems);
            to.finish(false);
        } catch (ItemReaderException | ResultWriterException | EvaluationException | StateFailedException unreadable) {
            // The run has failed already, for the reason that came first.
        }
    }

    private void abortChildren() {
        for (ExecutionRun child : children.running()) {
            host.life().stop(child, null, null);
            ended(child, ExecutionStatus.ABORTED);
        }
    }

    @Override
    public void abort(AbortReason reason) {
        if (status != MapRunStatus.RUNNING) {
            return;
        }
        redrivable = true;
        abortChildren();
        finishUnsuccessful();
        close(MapRunStatus.ABORTED, true);
        if (reason == AbortReason.BRANCH_FAILED || reason == AbortReason.ITERATION_FAILED) {
            Frame frame = visit.frame;
            frame.lastEventId = frame.run.write(HistoryEventType.MAP_RUN_ABORTED, frame.lastEventId, EventDetails.NONE);
        }
    }

    /** The engine gives up on all executions. */
    void abandon() {
        if (status == MapRunStatus.RUNNING) {
            children.running().forEach(ExecutionRun::abandon);
            close(MapRunStatus.ABORTED, false);
        }
    }

    // ---- redrive -------------------------------------------------------------------------------------------------

    @Override
    public boolean isRedrivable() {
        return redrivable;
    }

    /**
     * Goes on with the child executions that did not succeed, and with the items that were never started.
     *
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/redrive-map-run.html">Redriving Map Runs</a>
     */
    @Override
    public void redrive() {
        status = MapRunStatus.RUNNING;
        stoppedMillis = EventQueue.NEVER;
        redriveCount++;
        redrivenMillis = host.nowMillis();
        Frame frame = visit.frame;
        frame.lastEventId = frame.run.write(
                HistoryEventType.MAP_RUN_REDRIVEN,
                frame.lastEventId,
                EventDetails.of("mapRunArn", arn(), "redriveCount", redriveCount));
        visit.activity = this;
        children.redrive();
        Results to = results;
        if (to != null) {
            to.reopen();
        }
        guarded(() -> {
            ChildInputs from = inputs;
            if (from != null && unread != null && !exhausted) {
                from.reopen(unread);
            }
            fill();
        });
    }

    private void redriveNext() {
        ExecutionRun child = children.nextToRedrive();
        if (child.express) {
            launch(child.child());
        } else {
            runs(child);
            host.life().redrive(child);
        }
    }
}
