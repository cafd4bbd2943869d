package io.github.asltestkit.internal.hcl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What an expression is, as far as it is known, and where it is written. */
public sealed interface Value {
    /** Where it is written. */
    Span at();

    /** A number, true, false or null. */
    record Scalar(JsonNode json, Span at) implements Value {}

    /**
     * Text.
     *
     * @param pieces where its characters come from, in their order
     * @param holes the placeholders in it, in their order
     * @param partial whether a part of it is not known
     */
    record Text(String text, List<Piece> pieces, List<Hole> holes, boolean partial, Span at) implements Value {}

    /**
     * Characters of a text that come from one place.
     *
     * @param from the first of them
     * @param verbatim whether each is one character of the source
     */
    record Piece(int from, Span at, boolean verbatim) {}

    /** A placeholder in a text, from its first character to the one after its last. */
    record Hole(int from, int to) {}

    /**
     * A list, a set or a tuple.
     *
     * @param size how many values there are in it, at any depth
     */
    record Sequence(List<Entry> entries, long size, Span at) implements Value {
        Sequence(List<Entry> entries, Span at) {
            this(entries, Value.size(entries, at), at);
        }
    }

    /**
     * A map or an object.
     *
     * @param partial whether a key is not known
     * @param size how many values there are in it, at any depth
     */
    record Fields(Map<String, Entry> entries, boolean partial, long size, Span at) implements Value {
        /** Fields whose size is counted. */
        public Fields(Map<String, Entry> entries, boolean partial, Span at) {
            this(entries, partial, Value.size(entries.values(), at), at);
        }
    }

    /**
     * What a list or an object holds.
     *
     * @param name where its key is written, or the value in a list
     * @param written where the expression of its value is written, which may be a reference to another place
     */
    record Entry(Value value, Span name, Span written) {}

    /**
     * What only Terraform knows.
     *
     * @param name the whole expression, the name of the placeholder
     * @param cause the part of the expression because of which it is not known
     */
    record Unknown(String name, Span cause, Span at) implements Value {}

    /** The JSON text of a value. */
    record Encoded(Value value, Span at) implements Value {}

    /** The value of a text in JSON or YAML; the text is kept for its places. */
    record Decoded(Text text, boolean yaml, Supplier<Value> tree, Span at) implements Value {}

    /** What has attributes and is no value itself, such as {@code var} or a resource. */
    non-sealed interface Namespace extends Value {
        /** An attribute; null if it is not known. */
        @Nullable
        Value attribute(String name, Span at);

        /** An element; null if it is not known. */
        default @Nullable Value index(Value index, Span at) {
            return index instanceof Text text && !text.partial() ? attribute(text.text(), at) : null;
        }
    }

    /**
     * More values than any definition has. A few locals that each name another one twice make more in no time.
     */
    long MAX_SIZE = 500_000;

    /** A whole number of more digits keeps its exponent: written out it could be endless. */
    int MOST_DIGITS = 400;

    private static long size(Iterable<Entry> entries, Span at) {
        long size = 1;
        for (Entry entry : entries) {
            Value value = entry.value();
            size += value instanceof Sequence sequence
                    ? sequence.size()
                    : value instanceof Fields fields ? fields.size() : 1;
        }
        if (size > MAX_SIZE) {
            throw new HclException("The value is made of more than " + MAX_SIZE + " values", at);
        }
        return size;
    }

    /** Text that is known and comes from one place. */
    static Text text(String text, Span at) {
        return new Text(text, List.of(new Piece(0, at, false)), List.of(), false, at);
    }

    /** A number in the smallest type that holds it. Whole numbers are written out, as Terraform does, if they are not endless. */
    static JsonNode number(BigDecimal number) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        BigDecimal plain = number.stripTrailingZeros();
        int digits = plain.precision() - plain.scale();
        if (plain.scale() > 0 || digits > MOST_DIGITS) {
            return nodes.numberNode(plain);
        }
        if (digits > 18) {
            return nodes.numberNode(plain.toBigIntegerExact());
        }
        long whole = plain.longValueExact();
        return whole == (int) whole ? nodes.numberNode((int) whole) : nodes.numberNode(whole);
    }

    /** JSON as a value that is all at one place. */
    static Value of(JsonNode json, Span at) {
        if (json.isTextual()) {
            return text(json.textValue(), at);
        }
        if (json.isArray()) {
            List<Entry> entries = new ArrayList<>();
            json.forEach(element -> entries.add(new Entry(of(element, at), at, at)));
            return new Sequence(entries, at);
        }
        if (json.isObject()) {
            Map<String, Entry> entries = new LinkedHashMap<>();
            json.properties()
                    .forEach(field -> entries.put(field.getKey(), new Entry(of(field.getValue(), at), at, at)));
            return new Fields(entries, false, at);
        }
        return new Scalar(json, at);
    }
}
