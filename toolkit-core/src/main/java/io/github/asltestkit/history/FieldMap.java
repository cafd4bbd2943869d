package io.github.asltestkit.history;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/** Names and values in turn, as a map that cannot be changed. There are a handful at most, so nothing is hashed or copied. */
final class FieldMap extends AbstractMap<String, Object> {
    private final Object[] fields;

    FieldMap(Object[] fields) {
        this.fields = fields;
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        return new Entries();
    }

    private final class Entries extends AbstractSet<Map.Entry<String, Object>> {
        @Override
        public int size() {
            return fields.length / 2;
        }

        @Override
        public Iterator<Map.Entry<String, Object>> iterator() {
            return new Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    return next < fields.length;
                }

                @Override
                public Map.Entry<String, Object> next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException();
                    }
                    next += 2;
                    return Map.entry((String) fields[next - 2], fields[next - 1]);
                }
            };
        }
    }
}
