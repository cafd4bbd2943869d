package io.github.asltestkit.internal.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;

/** Equality of JSON values: numbers by value, so that 1 equals 1.0. */
final class JsonComparison {

    private JsonComparison() {}

    static boolean equal(JsonNode a, JsonNode b) {
        if (a.isNumber() && b.isNumber()) {
            return a.decimalValue().compareTo(b.decimalValue()) == 0;
        }
        if (a.isArray() && b.isArray() && a.size() == b.size()) {
            Iterator<JsonNode> others = b.iterator();
            for (JsonNode element : a) {
                if (!equal(element, others.next())) {
                    return false;
                }
            }
            return true;
        }
        if (a.isObject() && b.isObject() && a.size() == b.size()) {
            return a.properties().stream().allMatch(f -> b.has(f.getKey()) && equal(f.getValue(), b.get(f.getKey())));
        }
        return a.equals(b);
    }
}
