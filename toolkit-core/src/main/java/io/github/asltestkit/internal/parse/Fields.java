package io.github.asltestkit.internal.parse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one JSON object; a field of the wrong type is a problem, and read as if it were absent. */
final class Fields {
    private final JsonNode object;
    private final String pointer;
    private final Problems problems;

    Fields(JsonNode object, String pointer, Problems problems) {
        this.object = object.isObject() ? object : JsonNodeFactory.instance.objectNode();
        this.pointer = pointer;
        this.problems = problems;
        if (!object.isObject()) {
            problems.schema("Value is not of type object", pointer);
        }
    }

    String pointer() {
        return pointer;
    }

    String pointer(String field) {
        return pointer + "/" + PlacedJson.escape(field);
    }

    boolean has(String field) {
        return object.has(field);
    }

    JsonNode json() {
        return object;
    }

    /** A field as it stands, or null where it is absent. */
    @Nullable
    JsonNode any(String field) {
        return object.get(field);
    }

    @Nullable
    String text(String field) {
        JsonNode value = object.get(field);
        if (value == null) {
            return null;
        }
        if (!value.isTextual()) {
            problems.schema("Value is not of type string", pointer(field));
            return null;
        }
        return value.textValue();
    }

    /** Text that must be there; empty where it is not, which is a problem. */
    String requiredText(String field) {
        require(List.of(field));
        String value = text(field);
        return value == null ? "" : value;
    }

    boolean flag(String field) {
        JsonNode value = object.get(field);
        if (value == null) {
            return false;
        }
        if (!value.isBoolean()) {
            problems.schema("Value is not of type boolean", pointer(field));
        }
        return value.asBoolean(false);
    }

    /** A whole number of at least {@code min}. */
    @Nullable
    Long integer(String field, long min) {
        JsonNode value = object.get(field);
        if (value == null) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            problems.schema("Value is not of type integer", pointer(field));
            return null;
        }
        if (value.longValue() < min) {
            problems.schema("Value is less than minimum " + min, pointer(field));
            return null;
        }
        return value.longValue();
    }

    @Nullable
    Double number(String field, double min) {
        JsonNode value = object.get(field);
        if (value == null) {
            return null;
        }
        if (!value.isNumber()) {
            problems.schema("Value is not of type number", pointer(field));
            return null;
        }
        if (value.doubleValue() < min) {
            problems.schema("Value is less than minimum " + min, pointer(field));
            return null;
        }
        return value.doubleValue();
    }

    /** A path: text, or JSON null where {@code nullable}. */
    @Nullable
    JsonNode path(String field) {
        JsonNode value = object.get(field);
        if (value != null && !value.isTextual() && !value.isNull()) {
            problems.schema("Value is not of type string", pointer(field));
            return null;
        }
        return value;
    }

    /** The elements of an array that, where {@code required}, must be there and not be empty. */
    List<JsonNode> array(String field, boolean required) {
        JsonNode value = object.get(field);
        if (value == null) {
            if (required) {
                require(List.of(field));
            }
            return List.of();
        }
        if (!value.isArray()) {
            problems.schema("Value is not of type array", pointer(field));
            return List.of();
        }
        if (required && value.isEmpty()) {
            problems.schema("Array must have at least 1 element", pointer(field));
        }
        List<JsonNode> elements = new ArrayList<>();
        value.forEach(elements::add);
        return elements;
    }

    /** Fields that must be there, named together as AWS names them. */
    void require(Collection<String> fields) {
        List<String> missing = fields.stream().filter(f -> !object.has(f)).toList();
        if (!missing.isEmpty()) {
            problems.schema(
                    "These fields are required: [" + String.join(", ", missing) + "]",
                    pointer.isEmpty() ? "/" : pointer);
        }
    }

    /** Fields that exclude one another. */
    void atMostOne(String... fields) {
        List<String> present = new ArrayList<>();
        for (String field : fields) {
            if (object.has(field)) {
                present.add(field);
            }
        }
        if (present.size() > 1) {
            problems.schema("Only one of these fields may be present: [" + String.join(", ", present) + "]", pointer);
        }
    }
}
