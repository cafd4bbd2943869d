package io.github.asltestkit.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Measures the payloads of one execution. Trees are shared and never changed, so a large part that was measured once is
 * not walked again: the cost of a state does not grow with what it leaves untouched.
 */
public final class PayloadMeter {
    /** Smaller parts are measured faster than looked up. */
    private static final long WORTH_KEEPING = 1_024;

    private final IdentityHashMap<JsonNode, Long> known = new IdentityHashMap<>();

    /** The bytes of a value as compact JSON in UTF-8. */
    public long utf8Size(JsonNode node) {
        if (!node.isContainerNode()) {
            return JsonText.utf8Size(node);
        }
        Long before = known.isEmpty() ? null : known.get(node);
        if (before != null) {
            return before;
        }
        long size = 2L + Math.max(0, node.size() - 1);
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                size += JsonText.stringSize(field.getKey()) + 1 + utf8Size(field.getValue());
            }
        } else {
            for (JsonNode element : node) {
                size += utf8Size(element);
            }
        }
        if (size >= WORTH_KEEPING) {
            known.put(node, size);
        }
        return size;
    }
}
