package io.github.asltestkit.internal.shape;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.internal.shape.Shape.Kind;
import io.github.asltestkit.internal.shape.Shape.ObjectOf;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The shape of the values that a JSON Schema allows: all of them, and perhaps more. A keyword that only forbids more, such as
 * {@code not} or {@code if}, is left out, and so is a reference to another file.
 *
 * @see <a href="https://json-schema.org/draft/2020-12/json-schema-validation">JSON Schema Validation</a>
 */
public final class SchemaShapes {
    /** Schemas may refer to themselves. */
    private static final int DEPTH = 12;

    private final JsonNode whole;

    private SchemaShapes(JsonNode whole) {
        this.whole = whole;
    }

    /** The shape of the values that a schema allows, which come from one place. */
    public static Shape of(JsonNode schema, Origin origin) {
        return new SchemaShapes(schema).shape(schema, origin, 0);
    }

    private Shape shape(JsonNode schema, Origin origin, int depth) {
        if (depth > DEPTH || !schema.isObject()) {
            return Shapes.unknown(origin);
        }
        if (schema.path("$ref").isTextual()) {
            JsonNode target = target(schema.path("$ref").textValue());
            return target == null ? Shapes.unknown(origin) : shape(target, origin, depth + 1);
        }
        Shape own = own(schema, origin, depth);
        Shape allowed = own == null ? combined(schema, origin, depth) : own;
        return schema.path("nullable").asBoolean() ? Shapes.join(allowed, Shapes.scalar(Kind.NULL, origin)) : allowed;
    }

    private @Nullable JsonNode target(String reference) {
        if (!reference.startsWith("#")) {
            return null;
        }
        String pointer = reference.substring(1);
        JsonNode found = pointer.isEmpty() || pointer.startsWith("/") ? whole.at(pointer) : whole.path("$none");
        return found.isMissingNode() ? null : found;
    }

    /** By the types that the schema names, or the values; null where it names none. */
    private @Nullable Shape own(JsonNode schema, Origin origin, int depth) {
        List<Shape> shapes = new ArrayList<>();
        if (schema.has("const")) {
            return Shapes.valued(schema.path("const"), origin);
        }
        if (schema.path("enum").isArray() && !schema.path("enum").isEmpty()) {
            schema.path("enum").forEach(value -> shapes.add(Shapes.valued(value, origin)));
            return Shapes.joined(shapes);
        }
        JsonNode type = schema.path("type");
        if (type.isTextual()) {
            return typed(type.textValue(), schema, origin, depth);
        }
        if (type.isArray() && !type.isEmpty()) {
            type.forEach(one -> shapes.add(typed(one.asText(), schema, origin, depth)));
            return Shapes.joined(shapes);
        }
        return schema.has("properties") ? object(schema, origin, depth) : null;
    }

    private Shape typed(String type, JsonNode schema, Origin origin, int depth) {
        return switch (type) {
            case "string" -> Shapes.scalar(Kind.TEXT, origin);
            case "number", "integer" -> Shapes.scalar(Kind.NUMBER, origin);
            case "boolean" -> Shapes.scalar(Kind.BOOLEAN, origin);
            case "null" -> Shapes.scalar(Kind.NULL, origin);
            case "array" -> array(schema, origin, depth);
            case "object" -> object(schema, origin, depth);
            default -> Shapes.unknown(origin);
        };
    }

    private Shape array(JsonNode schema, Origin origin, int depth) {
        Origin each = origin.at(Origin.EACH);
        if (schema.has("prefixItems") || schema.path("items").isArray()) {
            // Elements of types of their own: what they have in common is not worth the keywords that rule the rest.
            return Shapes.array(Shapes.unknown(each), origin);
        }
        return Shapes.array(shape(schema.path("items"), each, depth + 1), origin);
    }

    private Shape object(JsonNode schema, Origin origin, int depth) {
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        Map<String, Field> fields = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            Shape of = shape(property.getValue(), origin.at(property.getKey()), depth + 1);
            fields.put(property.getKey(), required.contains(property.getKey()) ? Field.always(of) : Field.perhaps(of));
        }
        boolean others =
                !isFalse(schema.path("additionalProperties")) && !isFalse(schema.path("unevaluatedProperties"));
        boolean more = isFalse(schema.path("unevaluatedProperties")) && isCombined(schema);
        boolean open = others || more || schema.has("patternProperties");
        for (String name : required) {
            if (!fields.containsKey(name) && open) {
                fields.put(name, Field.always(Shapes.unknown(origin.at(name))));
            }
        }
        return Shapes.object(fields, open, origin);
    }

    private static boolean isFalse(JsonNode keyword) {
        return keyword.isBoolean() && !keyword.booleanValue();
    }

    private static boolean isCombined(JsonNode schema) {
        return schema.has("allOf") || schema.has("anyOf") || schema.has("oneOf") || schema.has("if");
    }

    private Shape combined(JsonNode schema, Origin origin, int depth) {
        for (String keyword : List.of("anyOf", "oneOf")) {
            JsonNode schemas = schema.path(keyword);
            if (schemas.isArray() && !schemas.isEmpty()) {
                List<Shape> shapes = new ArrayList<>();
                schemas.forEach(one -> shapes.add(shape(one, origin, depth + 1)));
                return Shapes.joined(shapes);
            }
        }
        JsonNode all = schema.path("allOf");
        return all.size() == 1
                ? shape(all.get(0), origin, depth + 1)
                : all.isEmpty() ? Shapes.unknown(origin) : together(all, origin, depth);
    }

    /** What has to be as several schemas say, of which each knows some fields. */
    private Shape together(JsonNode all, Origin origin, int depth) {
        Map<String, Field> fields = new LinkedHashMap<>();
        for (JsonNode one : all) {
            Shape shape = shape(one, origin, depth + 1);
            if (!(shape instanceof ObjectOf object)) {
                return Shapes.unknown(origin);
            }
            object.fields().forEach(fields::putIfAbsent);
        }
        return Shapes.object(fields, true, origin);
    }
}
