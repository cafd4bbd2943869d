package io.github.asltestkit.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/** The payloads of an execution, each once: most steps hand on the tree that they were given, and none is written twice. */
final class Payloads {
    private final ArrayNode texts = JsonNodeFactory.instance.arrayNode();
    private final Map<String, Integer> byText = new HashMap<>();
    private final IdentityHashMap<Object, Integer> byTree = new IdentityHashMap<>();

    /** Where a payload stands among the texts. */
    int position(Object payload) {
        Integer known = byTree.get(payload);
        if (known == null) {
            String text = PageJson.cut(payload.toString());
            known = byText.get(text);
            if (known == null) {
                known = texts.size();
                byText.put(text, known);
                texts.add(text);
            }
            byTree.put(payload, known);
        }
        return known;
    }

    ArrayNode texts() {
        return texts;
    }
}
