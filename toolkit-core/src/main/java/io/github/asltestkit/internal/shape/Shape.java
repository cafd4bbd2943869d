package io.github.asltestkit.internal.shape;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of a JSON value before any execution. Immutable; parts are shared. */
public sealed interface Shape {

    /** Where the value comes from. */
    Origin origin();

    /** How deep the shape is, and of how many parts it consists. */
    default Extent extent() {
        return Extent.LEAF;
    }

    /** Any JSON at all. */
    record Unknown(Origin origin) implements Shape {
        static final Unknown NOTHING_KNOWN = new Unknown(Origin.unknown());
    }

    /** The types of values that have no parts. */
    enum Kind {
        TEXT("a string"),
        NUMBER("a number"),
        BOOLEAN("a boolean"),
        NULL("null");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** The type as a message has it. */
        public String words() {
            return words;
        }
    }

    /**
     * A value without parts.
     *
     * @param value the value itself where it is known, or null
     */
    record Scalar(Kind kind, @Nullable JsonNode value, Origin origin) implements Shape {}

    /** An array of any length. */
    record ArrayOf(Shape element, Origin origin, Extent extent) implements Shape {}

    /** An array of which each element is known. */
    record Tuple(List<Shape> items, Origin origin, Extent extent) implements Shape {}

    /**
     * An object.
     *
     * @param fields what is known of its fields by their names, those that are never there included
     * @param open whether there may be others; of these nothing is known
     */
    record ObjectOf(Map<String, Field> fields, boolean open, Origin origin, Extent extent) implements Shape {

        /** What is known of a field. */
        public Field field(String name) {
            Field field = fields.get(name);
            if (field != null) {
                return field;
            }
            return open ? Field.perhaps(new Unknown(origin.at(name))) : Field.NEVER;
        }
    }

    /** One of several shapes: at most one of each type of JSON, none of them unknown. */
    record OneOf(List<Shape> alternatives, Extent extent) implements Shape {
        @Override
        public Origin origin() {
            return alternatives.stream().map(Shape::origin).reduce(Origin::or).orElse(Origin.unknown());
        }
    }

    /** How deep a shape is, and of how many parts it consists. */
    record Extent(int depth, int parts) {
        static final Extent LEAF = new Extent(1, 1);

        boolean isTooLarge() {
            return depth > Bounds.DEPTH || parts > Bounds.PARTS;
        }
    }
}
