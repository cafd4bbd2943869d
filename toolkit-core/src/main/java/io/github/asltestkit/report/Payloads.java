package io.github.asltestkit.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The payloads of a test, each once: most steps hand on the tree that they were given, most executions of a test are given
 * the same ones, and none is written twice.
 */
final class Payloads {
    private final PayloadText writer = new PayloadText(PageJson.LONGEST);
    private final List<String> texts = new ArrayList<>();
    private final Map<String, Integer> byText = new HashMap<>();
    private final IdentityHashMap<JsonNode, Integer> byTree = new IdentityHashMap<>();

    /** Where a payload stands among the texts. */
    int position(JsonNode payload) {
        Integer known = byTree.get(payload);
        if (known == null) {
            String text = writer.of(payload);
            known = byText.get(text);
            if (known == null) {
                known = texts.size();
                texts.add(text);
                byText.put(text, known);
            }
            byTree.put(payload, known);
        }
        return known;
    }

    void write(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("payloads");
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
