package io.github.asltestkit.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Measures the payloads of one execution. Trees are shared and never changed, so a large part that was measured once is
 * not walked again: the cost of a state does not grow with what it leaves untouched.
 */
public final class PayloadMeter {
    /** Smaller parts are measured faster than looked up. */
    private static final long WORTH_KEEPING = 1_024;

    /** What is worth keeping; null while nothing is. */
    private @Nullable IdentityHashMap<JsonNode, Measures> known;

    /** How deep the value is that was measured last. */
    private int depth;

    private record Measures(long size, int depth) {}

    /** The bytes of a value as compact JSON in UTF-8. */
    public long utf8Size(JsonNode node) {
        if (!node.isContainerNode()) {
            depth = 0;
            return JsonText.utf8Size(node);
        }
        @Nullable Measures before = known == null ? null : known.get(node);
        if (before != null) {
            depth = before.depth();
            return before.size();
        }
        if (node.isEmpty()) {
            depth = 1;
            return 2;
        }
        long size = 2L + node.size() - 1;
        int deepest = 0;
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                size += JsonText.stringSize(field.getKey()) + 1 + utf8Size(field.getValue());
                deepest = Math.max(deepest, depth);
            }
        } else {
            for (JsonNode element : node) {
                size += utf8Size(element);
                deepest = Math.max(deepest, depth);
            }
        }
        depth = deepest + 1;
        if (size >= WORTH_KEEPING) {
            known = known == null ? new IdentityHashMap<>() : known;
            known.put(node, new Measures(size, depth));
        }
        return size;
    }

    /** Whether a value is nested more deeply than {@link JsonText#MAX_DEPTH}. */
    public boolean isTooDeep(JsonNode node) {
        utf8Size(node);
        return depth > JsonText.MAX_DEPTH;
    }

    /** As {@link #isTooDeep}, of the value whose size was asked last. */
    public boolean wasTooDeep() {
        return depth > JsonText.MAX_DEPTH;
    }
}
