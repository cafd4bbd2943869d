package io.github.asltestkit.history;

import static org.apiguardian.api.API.Status.MAINTAINED;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an event's details, by AWS's field names. Payloads ({@code input}, {@code output}, {@code parameters}
 * ...) may be kept as trees, shared with whoever made them, and become text only when they are read as such.
 *
 * <p>Two details are equal when the API would show the same for them, in whatever form they are kept.
 */
@API(status = MAINTAINED, since = "0.1")
public class EventDetails {
    /** No details. */
    public static final EventDetails NONE = new EventDetails(new Object[0]);

    /** {@code inputDetails}, {@code outputDetails} and the like of a payload that was not cut short. */
    public static final EventDetails NOT_TRUNCATED = of("truncated", false);

    /** Names and values in turn, without absent fields. Millions of these are made, so there is no map. */
    private final Object[] fields;

    EventDetails(Object[] fields) {
        this.fields = fields;
    }

    EventDetails(EventDetails other) {
        this.fields = other.fields;
    }

    /**
     * The details with some fields.
     *
     * @param namesAndValues names and values in turn; a value is a String (the API's text), a Number, a Boolean, a
     *     {@code JsonNode} (a payload: JSON text in the API), {@code EventDetails} (an object in the API), a {@code List}
     *     of such, or null for an absent field. An array given for it is taken over and must not be changed any more
     */
    @SuppressWarnings("NullAway") // Where nothing is absent, the array holds no null.
    public static EventDetails of(@Nullable Object... namesAndValues) {
        int absent = 0;
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] == null) {
                absent++;
            }
        }
        return new EventDetails(absent == 0 ? namesAndValues : without(namesAndValues, absent));
    }

    private static Object[] without(@Nullable Object[] namesAndValues, int absent) {
        Object[] kept = new Object[namesAndValues.length - 2 * absent];
        int n = 0;
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object name = namesAndValues[i];
            Object value = namesAndValues[i + 1];
            if (name != null && value != null) {
                kept[n++] = name;
                kept[n++] = value;
            }
        }
        return kept;
    }

    /** The value of a field as it is kept, or null. */
    public @Nullable Object get(String name) {
        for (int i = 0; i < fields.length; i += 2) {
            if (fields[i].equals(name)) {
                return fields[i + 1];
            }
        }
        return null;
    }

    /** A field as the API's text: a payload as compact JSON, anything else by its text; null where absent. */
    public @Nullable String text(String name) {
        Object value = get(name);
        return value == null ? null : value.toString();
    }

    /**
     * A payload as a tree. Not to be changed.
     *
     * @return the tree; a text node of a text that is not JSON; null where the field is absent
     */
    public @Nullable JsonNode json(String name) {
        Object value = get(name);
        return value == null ? null : Payload.tree(value);
    }

    /** A number, or null where the field is absent or no number. */
    public @Nullable Long number(String name) {
        return get(name) instanceof Number number ? number.longValue() : null;
    }

    /** An object among the details, such as {@code assignedVariables}; null where the field is absent or no object. */
    public @Nullable EventDetails details(String name) {
        return get(name) instanceof EventDetails details ? details : null;
    }

    /** Whether there is no field at all. */
    public boolean isEmpty() {
        return fields.length == 0;
    }

    /** All fields as they are kept, in order. */
    public Map<String, Object> asMap() {
        return new FieldMap(fields);
    }

    /** What the event has beside its id, time, type and details: nothing, unless AWS has invented something new. */
    EventDetails besides() {
        return NONE;
    }

    private Map<String, Object> asShown() {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            Object value = fields[i + 1];
            map.put((String) fields[i], value instanceof EventDetails ? value : value.toString());
        }
        return map;
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof EventDetails that
                && asShown().equals(that.asShown())
                && (besides() == NONE ? that.besides() == NONE : besides().equals(that.besides()));
    }

    @Override
    public final int hashCode() {
        return asShown().hashCode();
    }

    @Override
    public final String toString() {
        return asMap().toString();
    }

    /** The details of an event that has members this version does not know; they are kept and written again. */
    static final class WithBesides extends EventDetails {
        private final EventDetails besides;

        WithBesides(EventDetails details, EventDetails besides) {
            super(details);
            this.besides = besides;
        }

        @Override
        EventDetails besides() {
            return besides;
        }
    }
}
