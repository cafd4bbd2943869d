package io.github.asltestkit.internal.model;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * One order for collections that have none. {@code Map.of} and {@code Set.of} order their elements by chance, in another way in
 * each JVM; a definition sees the order of fields, in {@code States.Hash} and {@code States.JsonToString} say. Their elements
 * are sorted by their text.
 */
final class StableOrder {
    private static final String BY_CHANCE = "java.util.ImmutableCollections$";

    private StableOrder() {}

    /** The value itself if it is not ordered by chance; what is in it is not looked at. */
    static Object of(Object value) {
        boolean byChance = (value instanceof Map<?, ?> || value instanceof Set<?>)
                && value.getClass().getName().startsWith(BY_CHANCE);
        if (!byChance) {
            return value;
        }
        if (value instanceof Set<?> set) {
            return set.stream().sorted(Comparator.comparing(String::valueOf)).toList();
        }
        Map<Object, Object> sorted = new LinkedHashMap<>();
        ((Map<?, ?>) value)
                .entrySet().stream()
                        .sorted(Comparator.comparing(entry -> String.valueOf(entry.getKey())))
                        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }
}
