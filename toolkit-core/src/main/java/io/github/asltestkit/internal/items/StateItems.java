package io.github.asltestkit.internal.items;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The elements of an array, or the fields of an object, that is already in memory. */
public final class StateItems implements ItemStream {
    /** {@code Map.Item.Source} of items that come from the state's input. */
    public static final String SOURCE = "STATE_DATA";

    private final @Nullable Iterator<JsonNode> elements;
    private final @Nullable Iterator<Map.Entry<String, JsonNode>> fields;
    private final @Nullable String source;

    StateItems(JsonNode items, @Nullable String source) {
        this.elements = items.isArray() ? items.elements() : null;
        this.fields = items.isArray() ? null : items.properties().iterator();
        this.source = source;
    }

    /** The items of a state's input. */
    public static ItemSource of(JsonNode items) {
        return () -> new StateItems(items, SOURCE);
    }

    /** The items of an inline Map, which have no source. */
    public static ItemSource ofInlineMap(JsonNode items) {
        return () -> new StateItems(items, null);
    }

    @Override
    public @Nullable Item next() {
        if (elements != null) {
            return elements.hasNext() ? new Item(null, elements.next(), source) : null;
        }
        if (fields == null || !fields.hasNext()) {
            return null;
        }
        Map.Entry<String, JsonNode> field = fields.next();
        return new Item(field.getKey(), field.getValue(), source);
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}
