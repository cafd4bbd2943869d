package io.github.asltestkit.internal.parse;

import io.github.asltestkit.internal.parse.PlacedJson.Place;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where the values of a tree are in its text, and the names of its fields, by pointer. The first place of a pointer stays. */
final class Places {
    /** So many characters of a definition hold one value, more or less. */
    private static final int CHARACTERS = 40;

    private final Map<String, Place> values;
    private final Map<String, Place> names;

    Places() {
        this(0);
    }

    /** The places in a text of a length. */
    Places(int length) {
        int capacity = 16 + length / CHARACTERS;
        values = new HashMap<>(capacity);
        names = new HashMap<>(capacity);
    }

    void value(String pointer, Place at) {
        values.putIfAbsent(pointer, at);
    }

    void name(String pointer, Place at) {
        names.putIfAbsent(pointer, at);
    }

    @Nullable
    Place value(String pointer) {
        return values.get(pointer);
    }

    @Nullable
    Place name(String pointer) {
        return names.get(pointer);
    }

    boolean isEmpty() {
        return values.isEmpty() && names.isEmpty();
    }

    /** Has for one pointer what others have for another. */
    void take(Places others, String from, String to) {
        Place value = others.values.get(from);
        if (value != null) {
            values.put(to, value);
        }
        Place name = others.names.get(from);
        if (name != null) {
            names.put(to, name);
        }
    }

    /** With the places of others, which override these. */
    Places and(Places others) {
        Places all = new Places();
        all.values.putAll(values);
        all.names.putAll(names);
        all.values.putAll(others.values);
        all.names.putAll(others.names);
        return all;
    }

    /** Says of a field that occurs twice where it occurs first. */
    String firstAt(String pointer) {
        Place first = Objects.requireNonNull(name(pointer));
        return "the first is at " + first.line() + ":" + first.column();
    }
}
