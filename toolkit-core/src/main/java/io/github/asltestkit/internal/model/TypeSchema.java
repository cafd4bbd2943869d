package io.github.asltestkit.internal.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Type;
import java.time.temporal.Temporal;
import java.util.Set;
import java.util.UUID;

/** The parts of a JSON Schema that the types of Java have in common, whichever Jackson writes them. */
final class TypeSchema {
    /** Deeper parts of a type are not looked at: types may hold themselves. */
    static final int DEPTH = 8;

    private static final Set<Class<?>> NUMBERS =
            Set.of(byte.class, short.class, int.class, long.class, float.class, double.class);

    /** A mapping that shows what it writes. */
    interface Source {
        /** The schema of what is written for objects of a type. */
        JsonNode schema(Type type);
    }

    private TypeSchema() {}

    /** Says nothing. */
    static ObjectNode anything() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static ObjectNode of(String type) {
        return anything().put("type", type);
    }

    /** The schema of a type that has no parts; one that says nothing for any other. */
    static ObjectNode scalar(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return of("boolean");
        }
        if (NUMBERS.contains(type) || Number.class.isAssignableFrom(type)) {
            return of("number");
        }
        boolean text = CharSequence.class.isAssignableFrom(type)
                || type == char.class
                || type == Character.class
                || type == UUID.class
                || type == byte[].class
                || Temporal.class.isAssignableFrom(type);
        return text ? of("string") : anything();
    }

    static ObjectNode array(JsonNode items) {
        return of("array").set("items", items);
    }

    /** An object whose field names are data. */
    static ObjectNode dictionary(JsonNode values) {
        return of("object").set("additionalProperties", values);
    }

    /** An object that has the fields that are put into it, and no others. */
    static ObjectNode object(boolean open) {
        ObjectNode object = of("object").put("additionalProperties", open);
        object.putObject("properties");
        object.putArray("required");
        return object;
    }

    /** Adds a field, which is null where the value of a reference is. */
    static void put(ObjectNode object, String name, ObjectNode schema, boolean primitive, boolean always) {
        object.withObject("/properties").set(name, primitive ? schema : schema.put("nullable", true));
        if (always) {
            object.withArray("/required").add(name);
        }
    }
}
