package io.github.asltestkit.internal.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.asltestkit.history.EventDetails;
import io.github.asltestkit.history.HistoryEventType;
import io.github.asltestkit.integration.TaskIntegration.AbortReason;
import io.github.asltestkit.internal.execution.Frame.MapItem;
import io.github.asltestkit.internal.items.StateItems;
import io.github.asltestkit.internal.program.Stage;
import io.github.asltestkit.internal.program.Step.MapStep;
import io.github.asltestkit.internal.spec.Quotas;
import java.util.List;

/**
 * An inline Map state runs its processor once for each item and hands on the outputs in the order of the items; a
 * distributed one is the business of {@link DistributedMapAction}.
 */
final class MapAction implements StateAction {
    private final DistributedMapAction distributed;

    MapAction(MapRunHost host) {
        this.distributed = new DistributedMapAction(host);
    }

    @Override
    public void act(StateFlow flow, Visit visit) {
        MapStep step = (MapStep) visit.step;
        VisitScope scope = VisitScope.of(visit);
        JsonNode effectiveInput = step.flow().effectiveInput(scope);
        visit.effectiveInput = effectiveInput;
        if (step.distribution() != null) {
            distributed.act(flow, visit, step, step.distribution());
            return;
        }
        JsonNode items = step.items().select(scope, effectiveInput);
        scope.saw(Stage.AFTER_ITEMS_PATH, items);
        long maxConcurrency = MapRunLimits.maxConcurrency(step, scope.withInput(effectiveInput));
        Frame frame = visit.frame;
        frame.lastEventId = frame.run.write(
                HistoryEventType.MAP_STATE_STARTED, frame.lastEventId, EventDetails.of("length", items.size()));
        MapRunLimits limits = MapRunLimits.of(maxConcurrency, visit, step, scope.withInput(effectiveInput));
        if (frame.run.watch.endedItems(flow, visit, step, limits, () -> StateItems.ofInlineMap(items), null)) {
            return;
        }
        int window = (int)
                (maxConcurrency == 0 ? Quotas.INLINE_ITERATIONS : Math.min(maxConcurrency, Quotas.INLINE_ITERATIONS));
        MapIterations iterations = new MapIterations(flow, visit, step, items);
        visit.activity = iterations;
        visit.below = iterations;
        iterations.begin(window);
    }

    private static final class MapIterations extends Branches {
        private final MapStep step;
        private final JsonNode items;
        private final JsonNode[] outputs;
        private int next;
        private int left;

        MapIterations(StateFlow flow, Visit visit, MapStep step, JsonNode items) {
            super(flow, visit);
            this.step = step;
            this.items = items;
            this.left = items.size();
            this.outputs = new JsonNode[left];
        }

        void begin(int window) {
            if (left == 0) {
                finish(visit.frame.lastEventId);
                return;
            }
            long started = visit.frame.lastEventId;
            while (next < outputs.length && runningCount() < window) {
                startNext(started);
            }
        }

        private void startNext(long previousEventId) {
            int index = next++;
            // Only the items of a distributed Map have a Source (recorded).
            MapItem item = new MapItem(index, null, items.get(index), null);
            Frame frame = visit.frame;
            long id = frame.run.write(HistoryEventType.MAP_ITERATION_STARTED, previousEventId, iteration(index));
            VisitScope scope = VisitScope.of(visit).forItem(item, visit.effectiveInput);
            JsonNode input = item.value();
            if (step.itemSelector() != null) {
                input = flow.checkDepth(visit, step.itemSelector().evaluate(scope));
                scope.saw(Stage.AFTER_ITEM_SELECTOR, input);
            }
            String prefix = visit.path() + "[" + index + "]/";
            Frame below = new Frame(
                    frame.run, step.processor(), new Variables(frame.variables), this, index, item, prefix, id);
            start(below, step.processor(), input);
        }

        private EventDetails iteration(int index) {
            return EventDetails.of("name", step.name(), "index", index);
        }

        @Override
        void succeeded(Frame iteration, JsonNode output) {
            outputs[iteration.index] = output;
            Frame frame = visit.frame;
            frame.lastEventId = frame.run.write(
                    HistoryEventType.MAP_ITERATION_SUCCEEDED, iteration.lastEventId, iteration(iteration.index));
            left--;
            if (next < outputs.length) {
                // The next iteration follows the last event of the one that made room for it (recorded).
                startNext(iteration.lastEventId);
            } else if (left == 0) {
                finish(visit.frame.lastEventId);
            }
        }

        @Override
        void finish(long previousEventId) {
            ArrayNode result = JsonNodeFactory.instance.arrayNode(outputs.length);
            result.addAll(List.of(outputs));
            long succeeded =
                    visit.frame.run.write(HistoryEventType.MAP_STATE_SUCCEEDED, previousEventId, EventDetails.NONE);
            complete(succeeded, scope -> step.flow().completeWithResult(scope, result), step.next());
        }

        @Override
        void writeFailed(Frame iteration) {
            iteration.run.write(
                    HistoryEventType.MAP_ITERATION_FAILED, iteration.lastEventId, iteration(iteration.index));
        }

        @Override
        void writeAborted(Frame iteration) {
            iteration.run.write(
                    HistoryEventType.MAP_ITERATION_ABORTED, iteration.lastEventId, iteration(iteration.index));
        }

        @Override
        AbortReason abortReason() {
            return AbortReason.ITERATION_FAILED;
        }
    }
}
