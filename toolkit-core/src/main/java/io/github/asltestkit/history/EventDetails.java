package io.github.asltestkit.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an event's details, by AWS's field names. Payloads ({@code input}, {@code output}, {@code parameters},
 * {@code cause} ...) are kept as trees or text and become text only when read.
 */
public final class EventDetails {
    /** No details. */
    public static final EventDetails NONE = new EventDetails();

    private final Object[] fields;

    private EventDetails(@Nullable Object... namesAndValues) {
        int n = 0;
        Object[] kept = new Object[namesAndValues.length];
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            if (value != null) {
                kept[n++] = Objects.requireNonNull(namesAndValues[i]);
                kept[n++] = value;
            }
        }
        fields = n == kept.length ? kept : Arrays.copyOf(kept, n);
    }

    /**
     * @param namesAndValues names and values in turn; a value is a String, a Number, a Boolean, a {@code JsonNode} payload
     *     (text in the API), {@code EventDetails} (an object in the API), or null for an absent field
     */
    public static EventDetails of(@Nullable Object... namesAndValues) {
        return new EventDetails(namesAndValues);
    }

    /** The raw value of a field, or null. */
    public @Nullable Object get(String name) {
        for (int i = 0; i < fields.length; i += 2) {
            if (fields[i].equals(name)) {
                return fields[i + 1];
            }
        }
        return null;
    }

    /** A field as the API's text: a payload as compact JSON, anything else by its {@code toString}; null where absent. */
    public @Nullable String text(String name) {
        Object value = get(name);
        return value == null ? null : value.toString();
    }

    /** A field as a tree, or null where absent; text that is not JSON becomes a text node. */
    public @Nullable JsonNode json(String name) {
        Object value = get(name);
        if (value == null) {
            return null;
        }
        return value instanceof JsonNode node ? node : TextNode.valueOf(value.toString());
    }

    /** All fields, in order. */
    public Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            map.put((String) fields[i], fields[i + 1]);
        }
        return map;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EventDetails that && asMap().equals(that.asMap());
    }

    @Override
    public int hashCode() {
        return asMap().hashCode();
    }

    @Override
    public String toString() {
        return asMap().toString();
    }
}
