package io.github.asltestkit.internal.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.history.EventDetails;
import io.github.asltestkit.history.HistoryEventType;
import io.github.asltestkit.internal.execution.ChildInputs.Batching;
import io.github.asltestkit.internal.execution.MapRunActivity.Settings;
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
import io.github.asltestkit.internal.spec.ErrorNames;
import io.github.asltestkit.internal.spec.Quotas;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A distributed Map state starts a Map Run, which runs a child execution for each item or batch of items. */
final class DistributedMapAction {
    private DistributedMapAction() {}

    static void act(Interpreter interpreter, Visit visit, MapStep step, Distribution distribution) {
        VisitScope scope = VisitScope.of(visit);
        JsonNode effectiveInput = visit.effectiveInput;
        StateProbe probe = visit.frame.run.probe;
        JsonNode items = null;
        if (distribution.reader() == null
                || (probe != null && probe.inputIsRead(distribution.reader(), effectiveInput))) {
            items = step.items().select(scope, effectiveInput);
            scope.saw(Stage.AFTER_ITEMS_PATH, items);
        }
        StateScope fields = scope.withInput(effectiveInput);
        long maxConcurrency = MapAction.maxConcurrency(step, fields);
        Frame frame = visit.frame;
        frame.lastEventId = frame.run.write(
                HistoryEventType.MAP_STATE_STARTED,
                frame.lastEventId,
                EventDetails.of("length", items == null ? 0 : items.size()));
        Tolerance tolerance = Tolerance.of(visit, step, fields);
        Batching batching = batching(distribution.batcher(), fields);
        Supplier<ItemSource> source = source(visit.frame.run, distribution, items, fields);
        if (probe != null) {
            probe.map(interpreter, visit, step, tolerance, source, batching);
            return;
        }
        Function<MapRunActivity, Results> results = results(interpreter.engine(), distribution, fields);
        MapRunActivity run = new MapRunActivity(
                interpreter, visit, step, distribution, new Settings(maxConcurrency, tolerance), batching);
        visit.activity = run;
        visit.mapRun = run;
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
    private static Supplier<ItemSource> source(
            ExecutionRun run, Distribution distribution, @Nullable JsonNode items, StateScope scope) {
        Distribution.Reader reader = distribution.reader();
        if (items != null || reader == null) {
            JsonNode given = items == null ? JsonNodeFactory.instance.arrayNode() : items;
            return () -> StateItems.of(given);
        }
        JsonNode arguments = arguments(reader.arguments(), scope);
        Long maxItems = reader.maxItems() == null ? null : reader.maxItems().evaluate(scope);
        // A run ignores ItemsPath beside an ItemReader (measured); TestState applies it to what is given (recorded).
        Expression path = run.probe == null ? null : reader.itemsPath();
        String read = run.probe == null ? null : run.probe.given().readItems();
        ItemReading reading = new ItemReading(
                run.engine.s3(), reader.config(), path == null ? null : content -> selection(path, content, scope));
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

    private static Function<MapRunActivity, Results> results(
            Engine engine, Distribution distribution, StateScope scope) {
        Distribution.Writer writer = distribution.writer();
        if (writer.arguments() == null) {
            return run -> new StateResults(writer, Quotas.PAYLOAD_BYTES);
        }
        JsonNode arguments = arguments(writer.arguments(), scope);
        return run -> ExportedResults.open(engine.s3(), writer, arguments, run.arn(), run.name());
    }

    private static JsonNode arguments(@Nullable Expression arguments, StateScope scope) {
        return arguments == null ? JsonNodeFactory.instance.objectNode() : arguments.evaluate(scope);
    }

    /**
     * How many items may fail.
     *
     * @param count {@code ToleratedFailureCount}, or null
     * @param percentage {@code ToleratedFailurePercentage}, or null
     */
    record Tolerance(@Nullable Long count, @Nullable Double percentage) {

        /** What a Map Run tolerates: a limit of zero is none while the other limit allows more (measured). */
        boolean isExceededInRun(long failed, LongSupplier items) {
            boolean counted = count != null && count > 0;
            boolean rated = percentage != null && percentage > 0;
            if (failed == 0) {
                return false;
            }
            return (!counted && !rated)
                    || (count != null && count > 0 && failed > count)
                    || (percentage != null && percentage > 0 && 100.0 * failed / items.getAsLong() > percentage);
        }

        /** Whether more items failed than may, as TestState has it: without a limit, all may (recorded). */
        boolean isExceededBy(long failed, long items) {
            return (count != null && failed > count)
                    || (percentage != null && items > 0 && 100.0 * failed / items > percentage);
        }

        static Tolerance of(Visit visit, MapStep step, StateScope scope) {
            try {
                Long count = step.toleratedFailureCount() == null
                        ? null
                        : step.toleratedFailureCount().evaluate(scope);
                if (count != null) {
                    scope.saw(Stage.TOLERATED_FAILURE_COUNT, JsonNodeFactory.instance.numberNode(count));
                }
                Double percentage = step.toleratedFailurePercentage() == null
                        ? null
                        : step.toleratedFailurePercentage().evaluate(scope);
                if (percentage != null) {
                    scope.saw(Stage.TOLERATED_FAILURE_PERCENTAGE, JsonNodeFactory.instance.numberNode(percentage));
                }
                return new Tolerance(count, percentage);
            } catch (EvaluationException failed) {
                if (failed.error().equals(ErrorNames.QUERY_EVALUATION_ERROR)) {
                    // AWS evaluates these fields after MapStateStarted, but links the failure as that of any other
                    // field.
                    visit.frame.lastEventId = visit.enteredEventId;
                }
                throw failed;
            }
        }
    }
}
