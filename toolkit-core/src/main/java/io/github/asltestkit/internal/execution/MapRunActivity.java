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
import io.github.asltestkit.internal.execution.ChildInputs.Batching;
import io.github.asltestkit.internal.execution.DistributedMapAction.Tolerance;
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
import io.github.asltestkit.internal.schedule.Timer;
import io.github.asltestkit.internal.spec.ErrorNames;
import io.github.asltestkit.internal.spec.Quotas;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The Map Run of a distributed Map state: child executions are started as others end, and their results are handed on. */
public final class MapRunActivity implements Activity {
    private final Interpreter interpreter;
    private final Visit visit;
    private final MapStep step;
    private final @Nullable Batching batching;
    private final MapRunIdentity identity;
    private final ChildExecutions children;
    private final long startedMillis;

    private Settings settings;
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

    /**
     * What the fields of the state say.
     *
     * @param maxConcurrency {@code MaxConcurrency}; 0 for none
     * @param tolerance how many items may fail
     */
    record Settings(long maxConcurrency, Tolerance tolerance) {}

    MapRunActivity(
            Interpreter interpreter,
            Visit visit,
            MapStep step,
            Distribution distribution,
            Settings settings,
            @Nullable Batching batching) {
        this.interpreter = interpreter;
        this.visit = visit;
        this.step = step;
        this.settings = settings;
        this.batching = batching;
        Engine engine = interpreter.engine();
        this.identity = MapRunIdentity.of(engine, visit, step, distribution);
        this.children = new ChildExecutions(engine);
        this.startedMillis = engine.nowMillis();
    }

    // ---- what there is to know -----------------------------------------------------------------------------------

    public String arn() {
        return identity.arn();
    }

    /** The last part of the ARN. */
    public String name() {
        return identity.name();
    }

    /** The Map state: its name, or its path where it is nested. */
    public String statePath() {
        return visit.path();
    }

    /** The Map state's name. */
    public String stateName() {
        return step.name();
    }

    /** The execution that the Map state is part of. */
    public ExecutionRun parent() {
        return visit.frame.run;
    }

    /** What the child executions are executions of. */
    public Machine childMachine() {
        return identity.childMachine();
    }

    public MapRunStatus status() {
        return status;
    }

    public long startedMillis() {
        return startedMillis;
    }

    /** When it ended, in milliseconds since the epoch; {@link EventQueue#NEVER} while it runs. */
    public long stoppedMillis() {
        return stoppedMillis;
    }

    public int redriveCount() {
        return redriveCount;
    }

    /** When it was redriven last, or {@link EventQueue#NEVER}. */
    public long redrivenMillis() {
        return redrivenMillis;
    }

    public long maxConcurrency() {
        return settings.maxConcurrency();
    }

    public long toleratedFailureCount() {
        Long count = settings.tolerance().count();
        return count == null ? 0 : count;
    }

    public double toleratedFailurePercentage() {
        Double percentage = settings.tolerance().percentage();
        return percentage == null ? 0 : percentage;
    }

    public MapRunCounts itemCounts() {
        return children.items().counts();
    }

    public MapRunCounts executionCounts() {
        return children.executions().counts();
    }

    /** The child executions that run or are kept, by index. */
    public List<ExecutionRun> children() {
        return children.all();
    }

    /** The child execution of an index; null where there is none, or where it is not kept. */
    public @Nullable ExecutionRun child(int index) {
        return children.find(index);
    }

    // ---- its life ------------------------------------------------------------------------------------------------

    void begin(Supplier<ItemSource> source, Function<MapRunActivity, Results> resultsTo) {
        Frame frame = visit.frame;
        interpreter.engine().add(this);
        frame.lastEventId = frame.run.write(
                HistoryEventType.MAP_RUN_STARTED, frame.lastEventId, EventDetails.of("mapRunArn", arn()));
        MapRunOutcome known = interpreter.engine().integration().mapRun(visit.path());
        if (known != null) {
            interpreter
                    .engine()
                    .loop()
                    .timer(
                            known.after().toMillis(),
                            Timer.Kind.WORK,
                            () -> "recorded end of the Map Run of " + visit.path(),
                            () -> interpreter.resume(visit, () -> endAs(known)));
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
                visit.frame.lastEventId = writeFailed(Failure.of(failed.error(), Interpreter.cause(visit, failed)));
            }
            throw failed;
        }
    }

    /** Takes other limits for what is to come. */
    void update(@Nullable Long maxConcurrency, @Nullable Long toleratedCount, @Nullable Double toleratedPercentage) {
        Tolerance now = settings.tolerance();
        settings = new Settings(
                maxConcurrency == null ? settings.maxConcurrency() : maxConcurrency,
                new Tolerance(
                        toleratedCount == null ? now.count() : toleratedCount,
                        toleratedPercentage == null ? now.percentage() : toleratedPercentage));
        if (status == MapRunStatus.RUNNING) {
            interpreter.resume(visit, () -> guarded(this::fill));
        }
    }

    private boolean nothingStarted() {
        return children.executions().counts().total() == 0;
    }

    /** Starts as many child executions as may run at once. */
    private void fill() {
        ChildInputs from = inputs;
        long window = settings.maxConcurrency() == 0
                ? Quotas.MAP_RUN_CONCURRENCY
                : Math.min(settings.maxConcurrency(), Quotas.MAP_RUN_CONCURRENCY);
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
        Engine engine = interpreter.engine();
        String childName = engine.ids().uuid(arn() + " " + input.index());
        ExecutionRun child = new ExecutionRun(
                engine, childMachine(), childName, engine.executionArn(childMachine(), childName), this, input);
        runs(child);
        engine.life().start(child);
    }

    private void runs(ExecutionRun child) {
        children.runs(child);
        child.whenEnded(() -> interpreter.engine().loop().ready(() -> {
            if (children.isRunning(child)) {
                interpreter.resume(visit, () -> guarded(() -> ended(child)));
            }
        }));
    }

    private void ended(ExecutionRun child) {
        interpreter.engine().loop().stepsLedSomewhere();
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
                    () -> ChildDescription.of(child)));
        }
        children.keep(child, how);
        interpreter.engine().progressed(this);
    }

    private boolean exceedsTolerance() {
        long failed =
                children.items().of(ExecutionStatus.FAILED) + children.items().of(ExecutionStatus.TIMED_OUT);
        return settings.tolerance().isExceededInRun(failed, this::totalItems);
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
        interpreter.exit(visit, step.flow().completeWithResult(VisitScope.of(visit), result), step.next());
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
            interpreter.exit(visit, new Completion(output, known.assigned()), step.next());
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
        interpreter.fail(visit, failure);
    }

    private long writeFailed(Failure failure) {
        return visit.frame.run.write(
                HistoryEventType.MAP_RUN_FAILED,
                visit.frame.lastEventId,
                EventDetails.of("error", failure.error(), "cause", failure.cause()));
    }

    private void close(MapRunStatus how, boolean written) {
        status = how;
        stoppedMillis = interpreter.engine().nowMillis();
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
                        next.index(), Results.Kind.PENDING, null, () -> ChildDescription.pending(this, waits)));
            }
            children.pending(pending, pendingItems);
            to.finish(false);
        } catch (ItemReaderException | ResultWriterException | EvaluationException | StateFailedException unreadable) {
            // The run has failed already, for the reason that came first.
        }
    }

    private void abortChildren() {
        for (ExecutionRun child : children.running()) {
            interpreter.engine().life().stop(child, null, null);
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

    /** Whether a redrive goes on with this run; else it starts another one. */
    boolean isRedrivable() {
        return redrivable;
    }

    /**
     * Goes on with the child executions that did not succeed, and with the items that were never started.
     *
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/redrive-map-run.html">Redriving Map Runs</a>
     */
    void redrive() {
        Engine engine = interpreter.engine();
        status = MapRunStatus.RUNNING;
        stoppedMillis = EventQueue.NEVER;
        redriveCount++;
        redrivenMillis = engine.nowMillis();
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
            interpreter.engine().life().redrive(child);
        }
    }
}
