package io.github.asltestkit.internal.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.jspecify.annotations.Nullable;

/** Values of a shape, for an answer that nobody gave. */
public final class SampleValues {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEPTH = 6;

    private SampleValues() {}

    /**
     * A value of a shape: the fields that are always there, and those of the others that are wanted.
     *
     * @param wanted what is read of it, which is taken where it is of the shape, and where anything may be
     */
    public static JsonNode of(Shape shape, ObjectNode wanted) {
        return value(shape, wanted, wanted, 0);
    }

    /**
     * A value of a shape.
     *
     * @param wanted what the definitions read at this place, which is taken if it is of the shape; or null
     * @param anything what is put where nothing is known
     */
    private static JsonNode value(Shape shape, @Nullable JsonNode wanted, ObjectNode anything, int depth) {
        if (shape instanceof Shape.ObjectOf object) {
            ObjectNode made = JSON.objectNode();
            object.fields().forEach((name, field) -> {
                JsonNode of = wanted == null ? null : wanted.get(name);
                if ((field.presence() == Presence.ALWAYS || of != null) && depth < DEPTH) {
                    made.set(name, value(field.shape(), of, anything, depth + 1));
                }
            });
            if (object.open() && wanted != null) {
                wanted.properties().forEach(field -> made.putIfAbsent(field.getKey(), field.getValue()));
            }
            return made;
        }
        if (shape instanceof Shape.ArrayOf array) {
            JsonNode of = wanted != null && wanted.isArray() && wanted.size() > 0 ? wanted.get(0) : null;
            int size = wanted != null && wanted.isArray() ? wanted.size() : 1;
            ArrayNode made = JSON.arrayNode();
            for (int i = 0; i < size; i++) {
                made.add(value(array.element(), of, anything, depth + 1));
            }
            return made;
        }
        if (shape instanceof Shape.Scalar scalar) {
            return scalar(scalar, wanted);
        }
        if (shape instanceof Shape.OneOf one) {
            return value(one.alternatives().get(0), wanted, anything, depth);
        }
        return depth == 0 ? anything : wanted == null ? JSON.objectNode() : wanted;
    }

    private static JsonNode scalar(Shape.Scalar scalar, @Nullable JsonNode wanted) {
        JsonNode known = scalar.value();
        if (known != null) {
            return known;
        }
        return switch (scalar.kind()) {
            case TEXT -> wanted != null && wanted.isTextual() ? wanted : TextNode.valueOf("text");
            case NUMBER -> wanted != null && wanted.isNumber() ? wanted : IntNode.valueOf(1);
            case BOOLEAN -> wanted != null && wanted.isBoolean() ? wanted : BooleanNode.TRUE;
            case NULL -> JSON.nullNode();
        };
    }
}
