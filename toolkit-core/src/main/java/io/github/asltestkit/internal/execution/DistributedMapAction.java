package io.github.asltestkit.internal.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.history.EventDetails;
import io.github.asltestkit.history.HistoryEventType;
import io.github.asltestkit.internal.expression.EvaluationException;
import io.github.asltestkit.internal.expression.Expression;
import io.github.asltestkit.internal.items.ExportedResults;
import io.github.asltestkit.internal.items.Item;
import io.github.asltestkit.internal.items.ItemReaderException;
import io.github.asltestkit.internal.items.ItemReading;
import io.github.asltestkit.internal.items.ItemSource;
import io.github.asltestkit.internal.items.ItemStream;
import io.github.asltestkit.internal.items.Results;
import io.github.asltestkit.internal.items.StateItems;
import io.github.asltestkit.internal.items.StateResults;
import io.github.asltestkit.internal.program.Distribution;
import io.github.asltestkit.internal.program.Stage;
import io.github.asltestkit.internal.program.StateScope;
import io.github.asltestkit.internal.program.Step.MapStep;
import io.github.asltestkit.internal.spec.Quotas;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A distributed Map state starts a Map Run, which runs a child execution for each item or batch of items. */
final class DistributedMapAction {
    private final MapRunHost host;

    DistributedMapAction(MapRunHost host) {
        this.host = host;
    }

    void act(StateFlow flow, Visit visit, MapStep step, Distribution distribution) {
        VisitScope scope = VisitScope.of(visit);
        JsonNode effectiveInput = visit.effectiveInput;
        StateWatch watch = visit.frame.run.watch;
        JsonNode items = null;
        if (distribution.reader() == null || watch.inputIsRead(distribution.reader(), effectiveInput)) {
            items = step.items().select(scope, effectiveInput);
            scope.saw(Stage.AFTER_ITEMS_PATH, items);
        }
        StateScope fields = scope.withInput(effectiveInput);
        long maxConcurrency = MapRunLimits.maxConcurrency(step, fields);
        Frame frame = visit.frame;
        frame.lastEventId = frame.run.write(
                HistoryEventType.MAP_STATE_STARTED,
                frame.lastEventId,
                EventDetails.of("length", items == null ? 0 : items.size()));
        MapRunLimits limits = MapRunLimits.of(maxConcurrency, visit, step, fields);
        Batching batching = batching(distribution.batcher(), fields);
        Supplier<ItemSource> source = source(watch, distribution, items, fields);
        if (watch.endedItems(flow, visit, step, limits, source, batching)) {
            return;
        }
        Function<MapRunFacts, Results> results = results(distribution, fields);
        MapRunActivity run = new MapRunActivity(host, flow, visit, step, distribution, limits, batching);
        visit.activity = run;
        visit.below = run;
        run.begin(source, results);
    }

    private static @Nullable Batching batching(Distribution.@Nullable Batcher batcher, StateScope scope) {
        if (batcher == null) {
            return null;
        }
        return new Batching(
                batcher.maxItems() == null ? Long.MAX_VALUE : batcher.maxItems().evaluate(scope),
                batcher.maxBytes() == null
                        ? Quotas.PAYLOAD_BYTES
                        : batcher.maxBytes().evaluate(scope),
                batcher.input() == null ? null : batcher.input().evaluate(scope));
    }

    /** Paths and expressions are evaluated here; what is read is looked up when the Map Run has started. */
    private Supplier<ItemSource> source(
            StateWatch watch, Distribution distribution, @Nullable JsonNode items, StateScope scope) {
        Distribution.Reader reader = distribution.reader();
        if (items != null || reader == null) {
            JsonNode given = items == null ? JsonNodeFactory.instance.arrayNode() : items;
            return () -> StateItems.of(given);
        }
        JsonNode arguments = arguments(reader.arguments(), scope);
        Long maxItems = reader.maxItems() == null ? null : reader.maxItems().evaluate(scope);
        Expression path = watch.itemsPath(reader);
        String read = watch.readItems();
        ItemReading reading = new ItemReading(
                host.s3(), reader.config(), path == null ? null : content -> selection(path, content, scope));
        return () -> {
            if (maxItems != null && maxItems < 0) {
                throw new ItemReaderException("field MaxItems must be positive");
            }
            ItemSource all = read != null
                    ? reading.given(read, arguments)
                    : reader.lists() ? reading.listing(arguments) : reading.object(arguments);
            if (reader.config().itemsPointer() != null) {
                scope.saw(Stage.AFTER_ITEMS_POINTER, firstOf(all));
            }
            return maxItems == null ? all : all.first(maxItems);
        };
    }

    /** The items as the array or object that they were read from, as far as the data flow shows them. */
    private static JsonNode firstOf(ItemSource source) {
        ArrayNode elements = JsonNodeFactory.instance.arrayNode();
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        try (ItemStream items = source.first(Limits.SHOWN_ITEMS).open()) {
            for (Item item = items.next(); item != null; item = items.next()) {
                if (item.key() == null) {
                    elements.add(item.value());
                } else {
                    fields.set(item.key(), item.value());
                }
            }
        }
        return fields.isEmpty() ? elements : fields;
    }

    /** {@code ItemsPath} in TestState selects from what was read; else from the state's input. */
    private static JsonNode selection(Expression path, JsonNode content, StateScope scope) {
        JsonNode selected;
        try {
            selected = path.evaluate(scope.withInput(content));
        } catch (EvaluationException notThere) {
            selected = path.evaluate(scope);
        }
        scope.saw(Stage.AFTER_ITEMS_PATH, selected);
        return selected;
    }

    private Function<MapRunFacts, Results> results(Distribution distribution, StateScope scope) {
        Distribution.Writer writer = distribution.writer();
        if (writer.arguments() == null) {
            return run -> new StateResults(writer, Quotas.PAYLOAD_BYTES);
        }
        JsonNode arguments = arguments(writer.arguments(), scope);
        return run -> ExportedResults.open(host.s3(), writer, arguments, run.arn(), run.name());
    }

    private static JsonNode arguments(@Nullable Expression arguments, StateScope scope) {
        return arguments == null ? JsonNodeFactory.instance.objectNode() : arguments.evaluate(scope);
    }
}
