package io.github.asltestkit.internal.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.internal.message.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Refuses to read an object as a type that has none of its fields: all that came of it would be empty. */
final class SharedFields {
    private SharedFields() {}

    /**
     * Compares the fields of an object with those of a type.
     *
     * @param fields those of the type; none where it may have any
     * @throws IllegalArgumentException if both have fields, and none is the same
     */
    static void check(JsonNode tree, Set<String> fields, boolean ignoringCase, Class<?> type) {
        if (!tree.isObject() || tree.isEmpty() || fields.isEmpty()) {
            return;
        }
        List<String> given = new ArrayList<>();
        tree.fieldNames().forEachRemaining(given::add);
        for (String name : given) {
            if (fields.contains(name)
                    || (ignoringCase && fields.stream().anyMatch(field -> field.equalsIgnoreCase(name)))) {
                return;
            }
        }
        throw new IllegalArgumentException("they share no field. The JSON has "
                + Text.cut(String.join(", ", given), 60) + "; " + type.getSimpleName() + " has "
                + Text.cut(String.join(", ", fields), 60));
    }
}
