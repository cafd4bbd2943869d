package io.github.asltestkit.internal.execution;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.internal.json.PayloadMeter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The variables of one scope: a machine, a branch, an iteration. An inner scope reads the outer ones. */
final class Variables {
    private final @Nullable Variables outer;
    private Map<String, JsonNode> own = Map.of();

    Variables(@Nullable Variables outer) {
        this.outer = outer;
    }

    @Nullable
    JsonNode get(String name) {
        JsonNode value = own.get(name);
        return value != null || outer == null ? value : outer.get(name);
    }

    /** All that is visible here, the inner over the outer. */
    Map<String, JsonNode> all() {
        if (outer == null) {
            return own;
        }
        Map<String, JsonNode> outerValues = outer.all();
        if (outerValues.isEmpty()) {
            return own;
        }
        if (own.isEmpty()) {
            return outerValues;
        }
        Map<String, JsonNode> all = new LinkedHashMap<>(outerValues);
        all.putAll(own);
        return all;
    }

    /** The bytes of all that is visible here: names, and values as compact JSON. */
    long size(PayloadMeter meter) {
        long size = 0;
        for (Map.Entry<String, JsonNode> variable : all().entrySet()) {
            size += variable.getKey().length() + meter.utf8Size(variable.getValue());
        }
        return size;
    }

    void assign(Map<String, JsonNode> values) {
        if (values.isEmpty()) {
            return;
        }
        Map<String, JsonNode> changed = new LinkedHashMap<>(own);
        changed.putAll(values);
        own = changed;
    }
}
