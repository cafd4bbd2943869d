package io.github.asltestkit.internal.execution;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.history.EventDetails;
import io.github.asltestkit.history.HistoryEventType;
import io.github.asltestkit.integration.TaskIntegration.AbortReason;
import io.github.asltestkit.internal.program.Graph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The frames below a Parallel or Map state: they end one by one, and the first failure ends them all. */
abstract class Branches implements Activity {
    final Interpreter interpreter;
    final Visit visit;

    /** The frames that have started and not ended, in the order in which they started. */
    private final List<Frame> running = new ArrayList<>();

    /** The frames that failed or were aborted, which a redrive runs again. */
    private final List<Frame> unsuccessful = new ArrayList<>();

    Branches(Interpreter interpreter, Visit visit) {
        this.interpreter = interpreter;
        this.visit = visit;
    }

    /** The stay in the Parallel or Map state. */
    final Visit visit() {
        return visit;
    }

    /** Starts a frame below. */
    final void start(Frame frame, Graph graph, JsonNode input) {
        running.add(frame);
        interpreter.enterLater(frame, graph.start(), input);
    }

    /** How many frames run. */
    final int runningCount() {
        return running.size();
    }

    /** A frame below has reached its end. */
    final void frameSucceeded(Frame frame, JsonNode output) {
        running.remove(frame);
        interpreter.guarded(visit, () -> succeeded(frame, output));
    }

    abstract void succeeded(Frame frame, JsonNode output);

    /** A frame below has failed: its siblings are aborted, and the Parallel or Map state fails with the same error. */
    final void frameFailed(Frame frame, Failure failure) {
        running.remove(frame);
        unsuccessful.add(frame);
        writeFailed(frame);
        abortRunning(abortReason());
        visit.frame.lastEventId = frame.lastEventId;
        interpreter.fail(visit, failure);
    }

    /** The event that says that one frame failed, where AWS has one. */
    abstract void writeFailed(Frame frame);

    /** The event that says that one frame was aborted, where AWS has one. */
    abstract void writeAborted(Frame frame);

    abstract AbortReason abortReason();

    /** Goes on with the frames that failed or were aborted; what succeeded stays. */
    final void redrive() {
        List<Frame> again = new ArrayList<>(unsuccessful);
        again.sort(Comparator.comparingInt(frame -> frame.index));
        unsuccessful.clear();
        visit.activity = this;
        for (Frame frame : again) {
            running.add(frame);
            interpreter.redrive(frame, visit.frame.lastEventId);
        }
    }

    @Override
    public final void abort(AbortReason reason) {
        abortRunning(reason);
    }

    private void abortRunning(AbortReason reason) {
        List<Frame> aborted = List.copyOf(running);
        running.clear();
        unsuccessful.addAll(aborted);
        for (Frame frame : aborted) {
            frame.ended = true;
            Visit below = frame.visit;
            if (below != null && below.activity != null) {
                below.activity.abort(reason);
                HistoryEventType type = StateEvents.aborted(below.step.type());
                if (type != null && writesAborted(reason)) {
                    frame.lastEventId = frame.run.write(type, frame.lastEventId, EventDetails.NONE);
                }
            }
            if (writesAborted(reason)) {
                writeAborted(frame);
            }
        }
    }

    /** AWS writes aborted events below a state that failed, none when the whole execution is stopped (recorded). */
    private static boolean writesAborted(AbortReason reason) {
        return reason == AbortReason.BRANCH_FAILED || reason == AbortReason.ITERATION_FAILED;
    }
}
