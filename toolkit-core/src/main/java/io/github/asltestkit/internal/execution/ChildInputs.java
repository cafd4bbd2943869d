package io.github.asltestkit.internal.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.internal.execution.Frame.MapItem;
import io.github.asltestkit.internal.items.Item;
import io.github.asltestkit.internal.items.ItemSource;
import io.github.asltestkit.internal.items.ItemStream;
import io.github.asltestkit.internal.json.JsonText;
import io.github.asltestkit.internal.program.Stage;
import io.github.asltestkit.internal.program.Step.MapStep;
import io.github.asltestkit.internal.spec.ErrorNames;
import io.github.asltestkit.internal.spec.Quotas;
import org.jspecify.annotations.Nullable;

/** The inputs of a Map Run's child executions, one after the other: items are read, selected, and put into batches. */
final class ChildInputs {
    private final Visit visit;
    private final MapStep step;
    private final ItemSource source;
    private final @Nullable Batching batching;
    private @Nullable ItemStream items;
    private int itemsRead;
    private int inputsMade;

    /** An item that was read, but did not fit into the last batch. */
    private @Nullable JsonNode left;

    ChildInputs(Visit visit, MapStep step, ItemSource source, @Nullable Batching batching) {
        this.visit = visit;
        this.step = step;
        this.source = source;
        this.batching = batching;
    }

    /** Begins to read. */
    void open() {
        if (items == null) {
            items = source.open();
        }
    }

    /** Stops reading; what comes next is read again when it is asked for. */
    void close() {
        ItemStream open = items;
        items = null;
        if (open != null) {
            open.close();
        }
    }

    /**
     * How far the inputs have been taken.
     *
     * @param left an item that was read, but is in no input yet; or null
     */
    record Mark(int itemsRead, int inputsMade, @Nullable JsonNode left) {}

    Mark mark() {
        return new Mark(itemsRead, inputsMade, left);
    }

    /** Reads again from a mark on. */
    void reopen(Mark mark) {
        close();
        open();
        itemsRead = 0;
        inputsMade = mark.inputsMade();
        left = mark.left();
        while (itemsRead < mark.itemsRead() && readItem() != null) {
            // What was taken before the mark is passed over.
        }
    }

    /** How many items have been read. */
    int itemsRead() {
        return itemsRead;
    }

    /** How many items there are, read or not. */
    long countItems() {
        return source.count();
    }

    /** The next input, or null after the last. */
    @Nullable
    ChildInput next() {
        return batching == null ? single() : batch(batching);
    }

    private @Nullable ChildInput single() {
        MapItem item = readItem();
        if (item == null) {
            return null;
        }
        return checked(new ChildInput(inputsMade++, selected(item), 1, item));
    }

    private @Nullable ChildInput batch(Batching limits) {
        ObjectNode input = JsonNodeFactory.instance.objectNode();
        if (limits.input() != null) {
            input.set("BatchInput", limits.input());
        }
        ArrayNode batch = input.putArray("Items");
        long bytes = JsonText.utf8Size(input);
        while (batch.size() < limits.maxItems()) {
            JsonNode next = left;
            left = null;
            if (next == null) {
                MapItem item = readItem();
                if (item == null) {
                    break;
                }
                next = selected(item);
            }
            long more = JsonText.utf8Size(next) + (batch.isEmpty() ? 0 : 1);
            if (!batch.isEmpty() && bytes + more > limits.maxBytes()) {
                left = next;
                break;
            }
            bytes += more;
            batch.add(next);
        }
        if (batch.isEmpty()) {
            return null;
        }
        int index = inputsMade++;
        saw(Stage.AFTER_ITEM_BATCHER, index, input);
        return checked(new ChildInput(index, input, batch.size(), new MapItem(index, null, input, null)));
    }

    private @Nullable MapItem readItem() {
        ItemStream open = items;
        Item item = open == null ? null : open.next();
        return item == null ? null : new MapItem(itemsRead++, item.key(), item.value(), item.source());
    }

    private JsonNode selected(MapItem item) {
        if (step.itemSelector() == null) {
            return item.key() == null ? item.value() : keyed(item.key(), item.value());
        }
        JsonNode selected = step.itemSelector().evaluate(VisitScope.of(visit).forItem(item, visit.effectiveInput));
        saw(Stage.AFTER_ITEM_SELECTOR, item.index(), selected);
        return selected;
    }

    /** Of an object's fields, a child execution is given both the name and the value (measured). */
    private static JsonNode keyed(String key, JsonNode value) {
        return JsonNodeFactory.instance.objectNode().put("Key", key).set("Value", value);
    }

    private void saw(Stage stage, int index, JsonNode value) {
        if (index < Limits.SHOWN_ITEMS) {
            VisitScope.of(visit).saw(stage, value);
        }
    }

    private static ChildInput checked(ChildInput child) {
        if (JsonText.utf8Size(child.input()) > Quotas.PAYLOAD_BYTES) {
            throw new StateFailedException(Failure.of(
                    ErrorNames.DATA_LIMIT_EXCEEDED,
                    "The input of the child execution " + child.index() + " has "
                            + JsonText.utf8Size(child.input())
                            + " bytes, more than the maximum number of bytes service limit of "
                            + Quotas.PAYLOAD_BYTES + "."));
        }
        return child;
    }
}
