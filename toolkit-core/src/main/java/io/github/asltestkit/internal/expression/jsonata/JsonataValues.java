package io.github.asltestkit.internal.expression.jsonata;

import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Utils;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Trees as the library sees them, and its results as trees. Trees are viewed, not copied; a value comes back as itself. */
final class JsonataValues {
    /** Doubles hold every whole number up to this one. */
    private static final double EXACT = 9_007_199_254_740_992.0;

    private JsonataValues() {}

    /** A tree as maps, lists, text, numbers, booleans and the library's own null. */
    static Object view(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> new ObjectView(node);
            // The library puts an element into an empty array that it groups.
            case ARRAY -> node.isEmpty() ? new ArrayList<>() : new ArrayView(node);
            case STRING -> node.textValue();
            case BOOLEAN -> node.booleanValue();
            case NUMBER -> number(node);
            default -> Jsonata.NULL_VALUE;
        };
    }

    /** Whether a value shows a tree. */
    static boolean isView(@Nullable Object value) {
        return value instanceof ObjectView || value instanceof ArrayView;
    }

    private static Object number(JsonNode node) {
        if (node.isInt()) {
            return node.intValue();
        }
        if (node.isIntegralNumber()) {
            if (node.canConvertToInt()) {
                return node.intValue();
            }
            if (node.canConvertToLong()) {
                return node.longValue();
            }
        }
        return node.doubleValue();
    }

    /**
     * A result as a tree. Values that share parts come out in full, so what they come to is bounded.
     *
     * @throws IllegalArgumentException if it holds something that JSON has no form for, such as a function
     * @throws JsonataBounds.Passed if it is larger than AWS allows
     */
    static JsonNode tree(@Nullable Object value) {
        return new TreeWriter().tree(value);
    }

    /** The conversion of one result. */
    private static final class TreeWriter {
        private static final int BYTES_OF_A_NUMBER = 8;

        private long size;

        @SuppressWarnings("ReferenceEquality") // The library's null is one object.
        private JsonNode tree(@Nullable Object value) {
            size += value instanceof String text ? text.length() : BYTES_OF_A_NUMBER;
            if (size > JsonataBounds.MAX_LENGTH + BYTES_OF_A_NUMBER) {
                throw JsonataBounds.memory();
            }
            JsonNodeFactory nodes = JsonNodeFactory.instance;
            if (value == null || value == Jsonata.NULL_VALUE) {
                return NullNode.getInstance();
            }
            if (value instanceof ObjectView view) {
                return view.node;
            }
            if (value instanceof ArrayView view) {
                return view.node;
            }
            if (value instanceof String text) {
                return nodes.textNode(text);
            }
            if (value instanceof Boolean flag) {
                return nodes.booleanNode(flag);
            }
            if (value instanceof Number number) {
                return number(number);
            }
            if (Utils.isFunction(value)) {
                throw new IllegalArgumentException("function");
            }
            if (value instanceof Map<?, ?> map) {
                ObjectNode object = nodes.objectNode();
                map.forEach((key, element) -> object.set(String.valueOf(key), tree(element)));
                return object;
            }
            if (value instanceof List<?> list) {
                ArrayNode array = nodes.arrayNode(list.size());
                list.forEach(element -> array.add(tree(element)));
                return array;
            }
            throw new IllegalArgumentException(value.getClass().getSimpleName());
        }
    }

    /** A number as AWS writes it: a whole one without a fraction. */
    private static JsonNode number(Number number) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (number instanceof Integer || number instanceof Short || number instanceof Byte) {
            return nodes.numberNode(number.intValue());
        }
        if (number instanceof Long whole) {
            return whole == whole.intValue() ? nodes.numberNode(whole.intValue()) : nodes.numberNode(whole);
        }
        if (number instanceof BigInteger big) {
            return nodes.numberNode(big);
        }
        double value = number.doubleValue();
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            // Ours: AWS writes the names of the numbers that JSON does not have.
            return nodes.textNode(String.valueOf(value));
        }
        if (value == Math.rint(value) && Math.abs(value) < EXACT) {
            return number((long) value);
        }
        return DecimalNode.valueOf(new BigDecimal(Double.toString(value)));
    }

    private static final class ObjectView extends AbstractMap<String, Object> {
        private final JsonNode node;

        ObjectView(JsonNode node) {
            this.node = node;
        }

        @Override
        public @Nullable Object get(@Nullable Object key) {
            JsonNode value = key instanceof String name ? node.get(name) : null;
            return value == null ? null : view(value);
        }

        @Override
        public boolean containsKey(@Nullable Object key) {
            return key instanceof String name && node.has(name);
        }

        @Override
        public int size() {
            return node.size();
        }

        @Override
        public Set<Entry<String, Object>> entrySet() {
            return new AbstractSet<>() {
                @Override
                public Iterator<Entry<String, Object>> iterator() {
                    Iterator<Entry<String, JsonNode>> fields = node.properties().iterator();
                    return new Iterator<>() {
                        @Override
                        public boolean hasNext() {
                            return fields.hasNext();
                        }

                        @Override
                        public Entry<String, Object> next() {
                            Entry<String, JsonNode> field = fields.next();
                            return Map.entry(field.getKey(), view(field.getValue()));
                        }
                    };
                }

                @Override
                public int size() {
                    return node.size();
                }
            };
        }
    }

    private static final class ArrayView extends AbstractList<Object> implements RandomAccess {
        private final JsonNode node;

        ArrayView(JsonNode node) {
            this.node = node;
        }

        @Override
        public Object get(int index) {
            JsonNode element = node.get(index);
            if (element == null) {
                throw new IndexOutOfBoundsException("Index " + index + " of " + node.size());
            }
            return view(element);
        }

        @Override
        public int size() {
            return node.size();
        }
    }
}
