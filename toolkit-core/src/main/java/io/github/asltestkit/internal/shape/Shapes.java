package io.github.asltestkit.internal.shape;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.internal.message.Pointers;
import io.github.asltestkit.internal.shape.Shape.ArrayOf;
import io.github.asltestkit.internal.shape.Shape.Extent;
import io.github.asltestkit.internal.shape.Shape.Kind;
import io.github.asltestkit.internal.shape.Shape.ObjectOf;
import io.github.asltestkit.internal.shape.Shape.OneOf;
import io.github.asltestkit.internal.shape.Shape.Scalar;
import io.github.asltestkit.internal.shape.Shape.Tuple;
import io.github.asltestkit.internal.shape.Shape.Unknown;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes shapes, joins them where several ways meet, and widens them in loops. */
public final class Shapes {
    private Shapes() {}

    // ---- making ----------------------------------------------------------------------------------------------

    /** Any JSON. */
    public static Shape unknown(Origin origin) {
        return new Unknown(origin);
    }

    /** A value of a type without parts. */
    public static Shape scalar(Kind kind, Origin origin) {
        return new Scalar(kind, null, origin);
    }

    /** An array of any length. */
    public static Shape array(Shape element, Origin origin) {
        return bounded(new ArrayOf(element, origin, around(List.of(element))));
    }

    /** An array of which each element is known, as far as it is not too long. */
    public static Shape tuple(List<Shape> items, Origin origin) {
        if (items.size() > Bounds.ELEMENTS) {
            return array(joined(items), origin);
        }
        return bounded(new Tuple(List.copyOf(items), origin, around(items)));
    }

    /**
     * An object; of one that has too many fields, those behind the bound are not known.
     *
     * @param fields not to be changed any more
     */
    public static Shape object(Map<String, Field> fields, boolean open, Origin origin) {
        if (fields.size() > Bounds.NAMES) {
            Map<String, Field> known = new LinkedHashMap<>();
            fields.entrySet().stream()
                    .limit(Bounds.NAMES)
                    .forEach(field -> known.put(field.getKey(), field.getValue()));
            return object(known, true, origin);
        }
        List<Shape> parts = new ArrayList<>(fields.size());
        fields.values().forEach(field -> parts.add(field.shape()));
        return bounded(new ObjectOf(fields, open, origin, around(parts)));
    }

    private static Extent around(Collection<Shape> parts) {
        int depth = 0;
        int number = 1;
        for (Shape part : parts) {
            depth = Math.max(depth, part.extent().depth());
            number = Math.min(Bounds.PARTS + 1, number + part.extent().parts());
        }
        return new Extent(depth + 1, number);
    }

    private static Shape bounded(Shape shape) {
        return shape.extent().isTooLarge() ? new Unknown(shape.origin()) : shape;
    }

    /** A value that is written out at a pointer of the definition. A placeholder without a value may stand for anything. */
    public static Shape written(JsonNode value, String pointer) {
        Origin origin = new Origin.Written(pointer);
        if (value.isObject()) {
            Map<String, Field> fields = new LinkedHashMap<>();
            boolean open = false;
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                open |= isPlaceholder(field.getKey());
                fields.put(
                        field.getKey(),
                        Field.always(written(field.getValue(), pointer + "/" + Pointers.segment(field.getKey()))));
            }
            return object(fields, open, origin);
        }
        if (value.isArray()) {
            List<Shape> items = new ArrayList<>(value.size());
            for (int i = 0; i < value.size(); i++) {
                items.add(written(value.get(i), pointer + "/" + i));
            }
            return tuple(items, origin);
        }
        return value.isTextual() && isPlaceholder(value.textValue())
                ? new Unknown(origin)
                : new Scalar(kind(value), value, origin);
    }

    /** A value that is known, from wherever it comes; of an object or an array no more than that it is one. */
    static Shape valued(JsonNode value, Origin origin) {
        if (value.isObject()) {
            return object(Map.of(), true, origin);
        }
        return value.isArray()
                ? array(new Unknown(origin.at(Origin.EACH)), origin)
                : new Scalar(kind(value), null, origin);
    }

    static boolean isPlaceholder(String text) {
        return text.contains("${");
    }

    private static Kind kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case NUMBER -> Kind.NUMBER;
            case BOOLEAN -> Kind.BOOLEAN;
            case NULL, MISSING -> Kind.NULL;
            default -> Kind.TEXT;
        };
    }

    // ---- asking ----------------------------------------------------------------------------------------------

    /** The shapes of which one is true: the alternatives of one that has some, else the shape itself. */
    public static List<Shape> alternatives(Shape shape) {
        return shape instanceof OneOf oneOf ? oneOf.alternatives() : List.of(shape);
    }

    /** What a value of the shape is, for a message: {@code a string}, {@code {"recipt"}}. */
    public static String words(Shape shape) {
        if (shape instanceof Scalar scalar) {
            return scalar.kind().words();
        }
        if (shape instanceof ObjectOf object) {
            List<String> names = new ArrayList<>();
            object.fields().forEach((name, field) -> {
                if (!field.isNever()) {
                    names.add("\"" + name + "\"");
                }
            });
            return names.isEmpty() && object.open() ? "an object" : "{" + String.join(", ", names) + "}";
        }
        if (shape instanceof Unknown) {
            return "anything";
        }
        return shape instanceof OneOf
                ? String.join(
                        " or ",
                        alternatives(shape).stream()
                                .filter(alternative -> !isNull(alternative))
                                .map(Shapes::words)
                                .distinct()
                                .toList())
                : "an array";
    }

    private static boolean isNull(Shape shape) {
        return shape instanceof Scalar scalar && scalar.kind() == Kind.NULL;
    }

    // ---- joining ---------------------------------------------------------------------------------------------

    /** What is true of all of some shapes; unknown for none. */
    static Shape joined(Collection<Shape> shapes) {
        return shapes.stream().reduce(Shapes::join).orElse(Unknown.NOTHING_KNOWN);
    }

    /** What is true of a value that has the one shape or the other. */
    public static Shape join(Shape one, Shape other) {
        if (one.equals(other)) {
            return one;
        }
        if (one instanceof Unknown || other instanceof Unknown) {
            return new Unknown(one.origin().or(other.origin()));
        }
        if (!(one instanceof OneOf) && !(other instanceof OneOf) && type(one).equals(type(other))) {
            return joinAlike(one, other);
        }
        Map<Object, Shape> byType = new LinkedHashMap<>();
        alternatives(one).forEach(shape -> byType.merge(type(shape), shape, Shapes::joinAlike));
        alternatives(other).forEach(shape -> byType.merge(type(shape), shape, Shapes::joinAlike));
        return oneOf(byType.values());
    }

    private static Shape oneOf(Collection<Shape> shapes) {
        if (shapes.size() == 1) {
            return shapes.iterator().next();
        }
        for (Shape shape : shapes) {
            if (shape instanceof Unknown) {
                return shape;
            }
        }
        return bounded(new OneOf(List.copyOf(shapes), around(shapes)));
    }

    private static Object type(Shape shape) {
        if (shape instanceof Scalar scalar) {
            return scalar.kind();
        }
        return shape instanceof ObjectOf ? ObjectOf.class : ArrayOf.class;
    }

    /** Of two shapes of one type. */
    private static Shape joinAlike(Shape one, Shape other) {
        if (one.equals(other)) {
            return one;
        }
        Origin origin = one.origin().or(other.origin());
        if (one instanceof Scalar first && other instanceof Scalar second) {
            JsonNode value = first.value() != null && first.value().equals(second.value()) ? first.value() : null;
            return new Scalar(first.kind(), value, origin);
        }
        if (one instanceof ObjectOf first && other instanceof ObjectOf second) {
            return joinObjects(first, second, origin);
        }
        if (one instanceof Tuple first && other instanceof Tuple second) {
            List<Shape> items = new ArrayList<>();
            if (first.items().size() == second.items().size()) {
                for (int i = 0; i < first.items().size(); i++) {
                    items.add(join(first.items().get(i), second.items().get(i)));
                }
                return tuple(items, origin);
            }
        }
        Shape first = element(one);
        Shape second = element(other);
        if (first == null || second == null) {
            // An empty array is an array of whatever the other one holds.
            Shape known = first == null ? second : first;
            return array(known == null ? Unknown.NOTHING_KNOWN : known, origin);
        }
        return array(join(first, second), origin);
    }

    /** What the elements of an array have in common; null for an array that has none. */
    static @Nullable Shape element(Shape array) {
        if (array instanceof ArrayOf arrayOf) {
            return arrayOf.element();
        }
        return array instanceof Tuple tuple && !tuple.items().isEmpty() ? joined(tuple.items()) : null;
    }

    private static Shape joinObjects(ObjectOf one, ObjectOf other, Origin origin) {
        boolean open = one.open() || other.open();
        Map<String, Field> fields = new LinkedHashMap<>();
        for (String name : names(one, other)) {
            Field joined = join(one.field(name), other.field(name));
            boolean nothingNew = open
                    ? joined.presence() == Presence.PERHAPS && joined.shape() instanceof Unknown
                    : joined.isNever();
            if (!nothingNew) {
                fields.put(name, joined);
            }
        }
        return object(fields, open, origin);
    }

    private static Set<String> names(ObjectOf one, ObjectOf other) {
        Set<String> names = new java.util.LinkedHashSet<>(one.fields().keySet());
        names.addAll(other.fields().keySet());
        return names;
    }

    /** What is true of a place where the one is known on one way, the other on another. */
    static Field join(Field one, Field other) {
        if (one.isNever() || other.isNever()) {
            Field there = one.isNever() ? other : one;
            return new Field(there.shape(), one.presence().or(other.presence()));
        }
        return new Field(join(one.shape(), other.shape()), one.presence().or(other.presence()));
    }

    // ---- widening --------------------------------------------------------------------------------------------

    /** A shape that is true of both and keeps of the older one only what is the same in both, so that loops come to rest. */
    static Shape widen(Shape older, Shape newer) {
        if (older.equals(newer)) {
            return older;
        }
        Origin origin = older.origin().or(newer.origin());
        if (older instanceof Scalar first && newer instanceof Scalar second && first.kind() == second.kind()) {
            return new Scalar(first.kind(), null, origin);
        }
        if (older instanceof ObjectOf first && newer instanceof ObjectOf second) {
            Map<String, Field> fields = new LinkedHashMap<>();
            Set<String> all = new TreeSet<>(names(first, second));
            boolean open = first.open() || second.open();
            for (String name : all) {
                if (first.fields().containsKey(name) && second.fields().containsKey(name)) {
                    Field before = first.field(name);
                    Field after = second.field(name);
                    fields.put(
                            name,
                            new Field(
                                    before.isNever() || after.isNever()
                                            ? join(before, after).shape()
                                            : widen(before.shape(), after.shape()),
                                    before.presence().or(after.presence())));
                } else {
                    open = true;
                }
            }
            return object(fields, open, origin);
        }
        Shape first = isArray(older) ? element(older) : null;
        Shape second = isArray(newer) ? element(newer) : null;
        return first != null && second != null ? array(widen(first, second), origin) : new Unknown(origin);
    }

    static boolean isArray(Shape shape) {
        return shape instanceof ArrayOf || shape instanceof Tuple;
    }
}
