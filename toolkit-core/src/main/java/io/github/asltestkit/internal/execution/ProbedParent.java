package io.github.asltestkit.internal.execution;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.integration.TaskIntegration.AbortReason;
import io.github.asltestkit.internal.execution.Frame.MapItem;
import io.github.asltestkit.internal.items.StateItems;
import io.github.asltestkit.internal.program.Step;
import io.github.asltestkit.internal.program.Step.MapStep;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Parallel or Map state around one that is tested alone. It does nothing; but an error that the tested state does not
 * handle is one for its Retriers and Catchers. Of its input nothing is known but that of the tested state.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/test-state-isolation.html">Error propagation in Map and
 *     Parallel states</a>
 */
final class ProbedParent extends Branches {

    private ProbedParent(StateFlow flow, Visit visit) {
        super(flow, visit);
    }

    /** The frame of the tested state, below these states, outermost first. */
    static Frame frameBelow(StateFlow flow, ExecutionRun run, List<Step> parents, JsonNode input) {
        Frame frame = frame(run, null, null);
        for (Step parent : parents) {
            Visit visit = new Visit(frame, parent, input, run.nowMillis(), 0, 0);
            // What a distributed Map runs is an execution of its own, which fails alone.
            boolean own = parent instanceof MapStep map && map.distribution() != null;
            frame = frame(run, own ? null : new ProbedParent(flow, visit), firstItem(parent, input));
        }
        return frame;
    }

    private static Frame frame(ExecutionRun run, @Nullable FrameParent parent, @Nullable MapItem item) {
        return new Frame(run, run.root.graph, run.root.variables, parent, 0, item, "", 0);
    }

    /** The item of a state of a Map's processor, unless a Map further in has one: the first, which is the input. */
    private static @Nullable MapItem firstItem(Step parent, JsonNode input) {
        if (!(parent instanceof MapStep map)) {
            return null;
        }
        boolean stateData = map.distribution() != null && map.distribution().reader() == null;
        return new MapItem(0, null, input, stateData ? StateItems.SOURCE : null);
    }

    @Override
    void succeeded(Frame frame, JsonNode output) {
        throw new IllegalStateException("The run of a tested state ends with it");
    }

    @Override
    void finish(long previousEventId) {
        throw new IllegalStateException("The run of a tested state ends with it");
    }

    @Override
    void writeFailed(Frame frame) {
        // Nobody reads the history of a tested state.
    }

    @Override
    void writeAborted(Frame frame) {
        // As above; and nothing else runs that could be aborted.
    }

    @Override
    AbortReason abortReason() {
        return AbortReason.BRANCH_FAILED;
    }
}
