package io.github.asltestkit.internal.execution;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.history.EventDetails;
import io.github.asltestkit.history.HistoryEventType;
import io.github.asltestkit.integration.TaskIntegration.AbortReason;
import io.github.asltestkit.internal.expression.EvaluationException;
import io.github.asltestkit.internal.program.Flow.Completion;
import io.github.asltestkit.internal.program.Graph;
import io.github.asltestkit.internal.program.StateScope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The frames below a Parallel or Map state: they end one by one, and the first failure ends them all. */
abstract class Branches implements Activity, FrameParent, Redrivable {
    final StateFlow flow;
    final Visit visit;

    /** The frames that have started and not ended, in the order in which they started. */
    private final List<Frame> running = new ArrayList<>();

    /** The frames that failed or were aborted, which a redrive runs again. */
    private final List<Frame> unsuccessful = new ArrayList<>();

    Branches(StateFlow flow, Visit visit) {
        this.flow = flow;
        this.visit = visit;
    }

    @Override
    public final Visit visit() {
        return visit;
    }

    /** Starts a frame below. */
    final void start(Frame frame, Graph graph, JsonNode input) {
        running.add(frame);
        flow.enterLater(frame, graph.start(), input);
    }

    /** How many frames run. */
    final int runningCount() {
        return running.size();
    }

    @Override
    public final void frameSucceeded(Frame frame, JsonNode output) {
        running.remove(frame);
        flow.guarded(visit, () -> succeeded(frame, output));
    }

    abstract void succeeded(Frame frame, JsonNode output);

    /** All frames have succeeded: writes the event that says so, after another one, and hands on their outputs. */
    abstract void finish(long previousEventId);

    /** All frames have succeeded, and the event says so. What the state then hands on may fail: that follows the event. */
    final void complete(long succeeded, Function<StateScope, Completion> handOn, @Nullable String next) {
        visit.activity = null;
        Completion completion;
        try {
            completion = handOn.apply(VisitScope.of(visit));
        } catch (EvaluationException failed) {
            visit.frame.lastEventId = succeeded;
            throw failed;
        }
        flow.succeed(visit, completion, next);
    }

    @Override
    public final void frameFailed(Frame frame, Failure failure) {
        visit.frame.lastEventId = frame.lastEventId;
        endRunning(frame, abortReason());
        flow.fail(visit, failure);
    }

    /** The event that says that one frame failed, where AWS has one; it follows the event that failed. */
    abstract void writeFailed(Frame frame);

    /** The event that says that one frame was aborted, where AWS has one; it follows the event that failed. */
    abstract void writeAborted(Frame frame);

    abstract AbortReason abortReason();

    @Override
    public final boolean isRedrivable() {
        return true;
    }

    /**
     * Goes on with the frames that failed or were aborted; what succeeded stays. Where all have succeeded, only what the
     * state handed on had failed.
     */
    @Override
    public final void redrive() {
        if (unsuccessful.isEmpty()) {
            finish(visit.frame.lastEventId);
            return;
        }
        List<Frame> again = new ArrayList<>(unsuccessful);
        again.sort(Comparator.comparingInt(frame -> frame.index));
        unsuccessful.clear();
        visit.activity = this;
        for (Frame frame : again) {
            running.add(frame);
            flow.redrive(frame, visit.frame.lastEventId);
        }
    }

    @Override
    public final void abort(AbortReason reason) {
        endRunning(null, reason);
    }

    /**
     * Ends the frames that still run, in the order of their indexes. Each state that is not exited, that of the frame that
     * failed included, has its aborted event. All of these events follow the event that failed, and so does the one of the
     * Parallel or Map state (recorded).
     */
    private void endRunning(@Nullable Frame failed, AbortReason reason) {
        flow.endsBelow(visit);
        List<Frame> ended = new ArrayList<>(running);
        if (failed != null && !ended.contains(failed)) {
            ended.add(failed);
        }
        running.clear();
        unsuccessful.addAll(ended);
        ended.sort(Comparator.comparingInt(frame -> frame.index));
        long cause = visit.frame.lastEventId;
        for (Frame frame : ended) {
            frame.ended = true;
            frame.lastEventId = cause;
            end(frame, frame.equals(failed), reason);
        }
    }

    private void end(Frame frame, boolean failed, AbortReason reason) {
        Visit below = frame.visit;
        Activity activity = below == null ? null : below.activity;
        if (!writesAborted(reason)) {
            if (activity != null) {
                activity.abort(reason);
            }
            return;
        }
        if (failed) {
            writeFailed(frame);
        } else {
            writeAborted(frame);
        }
        if (activity != null) {
            activity.abort(reason);
        }
        HistoryEventType type = below == null ? null : StateEvents.aborted(below.step.type());
        if (type != null && (failed || activity != null)) {
            frame.run.write(type, visit.frame.lastEventId, EventDetails.NONE);
        }
    }

    /** AWS writes aborted events below a state that failed, none when the whole execution is stopped (recorded). */
    private static boolean writesAborted(AbortReason reason) {
        return reason == AbortReason.BRANCH_FAILED || reason == AbortReason.ITERATION_FAILED;
    }
}
