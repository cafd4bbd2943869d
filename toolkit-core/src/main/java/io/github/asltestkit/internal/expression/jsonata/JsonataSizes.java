package io.github.asltestkit.internal.expression.jsonata;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many parts the values of one evaluation have if they are written out. A value may share its parts: an object that holds
 * another one twice, forty times over, takes little memory, and yet no comparison, copy or text of it comes to an end. Each
 * value is measured once, when it is made, from what is known of its parts.
 */
final class JsonataSizes {
    private static final int PARTS_OF_A_TEXT = 8;

    /** Of objects, and of lists that hold lists or objects. Others are measured faster than looked up. */
    private @Nullable IdentityHashMap<Object, Long> known;

    /**
     * How many parts a value has: one for each of its own, and one for each eight characters of a text.
     *
     * @throws JsonataBounds.Passed if they are more than AWS allows
     */
    long check(@Nullable Object value) {
        long size = size(value);
        if (size > JsonataBounds.MAX_ELEMENTS + 1L) {
            throw JsonataBounds.memory();
        }
        return size;
    }

    private long size(@Nullable Object value) {
        if (value instanceof String text) {
            return 1L + text.length() / PARTS_OF_A_TEXT;
        }
        // A view shows a tree, which shares nothing. To look into $states would make the Context object for each
        // expression.
        if (JsonataValues.isView(value) || value instanceof JsonataStates) {
            return 1;
        }
        if (value instanceof Map<?, ?> map) {
            Long before = known == null ? null : known.get(map);
            return before == null ? keep(map, 1 + sum(map.values())) : before;
        }
        if (value instanceof List<?> list) {
            Long before = known == null ? null : known.get(list);
            if (before != null) {
                return before;
            }
            long size = 1 + sum(list);
            return anyHasParts(list) ? keep(list, size) : size;
        }
        return 1;
    }

    private long sum(Iterable<?> parts) {
        long sum = 0;
        for (Object part : parts) {
            sum += check(part);
        }
        return sum;
    }

    private static boolean anyHasParts(List<?> list) {
        for (Object element : list) {
            if (hasParts(element)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasParts(@Nullable Object value) {
        return (value instanceof Map<?, ?> || value instanceof List<?>) && !JsonataValues.isView(value);
    }

    private long keep(Object value, long size) {
        IdentityHashMap<Object, Long> sizes = known == null ? new IdentityHashMap<>() : known;
        sizes.put(value, size);
        known = sizes;
        return size;
    }
}
