package io.github.asltestkit.internal.shape;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.internal.message.DidYouMean;
import io.github.asltestkit.internal.message.Pointers;
import io.github.asltestkit.internal.shape.Shape.ArrayOf;
import io.github.asltestkit.internal.shape.Shape.Kind;
import io.github.asltestkit.internal.shape.Shape.ObjectOf;
import io.github.asltestkit.internal.shape.Shape.Scalar;
import io.github.asltestkit.internal.shape.Shape.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a value is not of a shape.
 *
 * @param pointer the place in the value; empty for the value itself
 * @param problem what is wrong there, such as {@code is a number, and a string was declared}
 */
public record ShapeMismatch(String pointer, String problem) {

    /** The first place where a value is not of a shape; null where it is. */
    public static @Nullable ShapeMismatch first(Shape shape, JsonNode value) {
        return first(shape, value, "");
    }

    private static @Nullable ShapeMismatch first(Shape shape, JsonNode value, String at) {
        for (Shape alternative : Shapes.alternatives(shape)) {
            if (isOfType(alternative, value)) {
                return within(alternative, value, at);
            }
        }
        return new ShapeMismatch(at, "is " + words(value) + ", and " + Shapes.words(shape) + " was declared");
    }

    private static boolean isOfType(Shape shape, JsonNode value) {
        if (shape instanceof Scalar scalar) {
            return switch (scalar.kind()) {
                case TEXT -> value.isTextual();
                case NUMBER -> value.isNumber();
                case BOOLEAN -> value.isBoolean();
                case NULL -> value.isNull();
            };
        }
        boolean array = shape instanceof ArrayOf || shape instanceof Tuple;
        return array ? value.isArray() : !(shape instanceof ObjectOf) || value.isObject();
    }

    private static @Nullable ShapeMismatch within(Shape shape, JsonNode value, String at) {
        if (shape instanceof ObjectOf object) {
            return fields(object, value, at);
        }
        Shape element = Shapes.element(shape);
        for (int i = 0; element != null && i < value.size(); i++) {
            ShapeMismatch found = first(element, value.get(i), at + "/" + i);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable ShapeMismatch fields(ObjectOf object, JsonNode value, String at) {
        Set<String> names = object.fields().keySet();
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            String below = at + "/" + Pointers.segment(field.getKey());
            Field known = object.field(field.getKey());
            if (known.isNever()) {
                String meant = DidYouMean.hint(field.getKey(), names);
                return new ShapeMismatch(below, "is no field that was declared" + (meant == null ? "" : ": " + meant));
            }
            ShapeMismatch found = first(known.shape(), field.getValue(), below);
            if (found != null) {
                return found;
            }
        }
        for (Map.Entry<String, Field> field : object.fields().entrySet()) {
            if (field.getValue().presence() == Presence.ALWAYS && !value.has(field.getKey())) {
                return new ShapeMismatch(
                        at + "/" + Pointers.segment(field.getKey()), "was declared as always there, and is not there");
            }
        }
        return null;
    }

    private static String words(JsonNode value) {
        if (value.isObject()) {
            return "an object";
        }
        return value.isArray()
                ? "an array"
                : List.of(Kind.values()).stream()
                        .filter(kind -> isOfType(new Scalar(kind, null, Origin.unknown()), value))
                        .findFirst()
                        .map(Kind::words)
                        .orElse("nothing");
    }
}
