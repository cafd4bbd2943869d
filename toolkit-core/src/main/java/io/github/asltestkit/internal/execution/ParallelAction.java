package io.github.asltestkit.internal.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.asltestkit.history.EventDetails;
import io.github.asltestkit.history.HistoryEventType;
import io.github.asltestkit.integration.TaskIntegration.AbortReason;
import io.github.asltestkit.internal.program.Graph;
import io.github.asltestkit.internal.program.Step.ParallelStep;
import java.util.List;

/** A Parallel state runs its branches, all with the same input, and hands on their outputs as an array. */
final class ParallelAction implements StateAction {

    @Override
    public void act(StateFlow flow, Visit visit) {
        ParallelStep step = (ParallelStep) visit.step;
        VisitScope scope = VisitScope.of(visit);
        JsonNode effectiveInput = step.flow().effectiveInput(scope);
        JsonNode arguments = flow.checkDepth(visit, step.flow().arguments(scope, effectiveInput));
        Frame frame = visit.frame;
        if (frame.run.watch.endedBranches(flow, visit)) {
            return;
        }
        long started = frame.run.write(HistoryEventType.PARALLEL_STATE_STARTED, frame.lastEventId, EventDetails.NONE);
        frame.lastEventId = started;
        ParallelBranches branches = new ParallelBranches(flow, visit, step);
        visit.activity = branches;
        visit.below = branches;
        List<Graph> graphs = step.branches();
        for (int i = 0; i < graphs.size(); i++) {
            String prefix = visit.path() + "[" + i + "]/";
            Frame branch = new Frame(
                    frame.run, graphs.get(i), new Variables(frame.variables), branches, i, null, prefix, started);
            branches.start(branch, graphs.get(i), arguments);
        }
    }

    private static final class ParallelBranches extends Branches {
        private final ParallelStep step;
        private final JsonNode[] outputs;
        private int left;

        ParallelBranches(StateFlow flow, Visit visit, ParallelStep step) {
            super(flow, visit);
            this.step = step;
            this.left = step.branches().size();
            this.outputs = new JsonNode[left];
        }

        @Override
        void succeeded(Frame branch, JsonNode output) {
            outputs[branch.index] = output;
            if (--left == 0) {
                // Both the success and the exit follow the last event of the branch that ended last (recorded).
                visit.frame.lastEventId = branch.lastEventId;
                finish(branch.lastEventId);
            }
        }

        @Override
        void finish(long previousEventId) {
            ArrayNode result = JsonNodeFactory.instance.arrayNode(outputs.length);
            result.addAll(List.of(outputs));
            long succeeded = visit.frame.run.write(
                    HistoryEventType.PARALLEL_STATE_SUCCEEDED, previousEventId, EventDetails.NONE);
            complete(succeeded, scope -> step.flow().completeWithResult(scope, result), step.next());
        }

        @Override
        void writeFailed(Frame branch) {
            // A failed branch has no event of its own.
        }

        @Override
        void writeAborted(Frame branch) {
            // Nor has an aborted one.
        }

        @Override
        AbortReason abortReason() {
            return AbortReason.BRANCH_FAILED;
        }
    }
}
