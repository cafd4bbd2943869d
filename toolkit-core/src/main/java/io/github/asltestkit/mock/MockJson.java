package io.github.asltestkit.mock;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** JSON as a condition compares it. */
final class MockJson {
    private MockJson() {}

    /** Whether {@code actual} holds all that {@code expected} holds; objects may have more fields, arrays may not. */
    static boolean contains(JsonNode actual, JsonNode expected) {
        if (expected.isObject()) {
            for (Map.Entry<String, JsonNode> field : expected.properties()) {
                JsonNode other = actual.get(field.getKey());
                if (other == null || !contains(other, field.getValue())) {
                    return false;
                }
            }
            return actual.isObject();
        }
        if (expected.isArray()) {
            if (!actual.isArray() || actual.size() != expected.size()) {
                return false;
            }
            for (int i = 0; i < expected.size(); i++) {
                if (!contains(actual.get(i), expected.get(i))) {
                    return false;
                }
            }
            return true;
        }
        return equal(actual, expected);
    }

    /** Equality with numbers by value. */
    static boolean equal(JsonNode actual, JsonNode expected) {
        if (actual.isNumber() && expected.isNumber()) {
            return actual.decimalValue().compareTo(expected.decimalValue()) == 0;
        }
        return actual.equals(expected);
    }
}
