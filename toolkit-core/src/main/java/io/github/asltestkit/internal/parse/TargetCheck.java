package io.github.asltestkit.internal.parse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** Every transition of a graph leads to one of its states. */
final class TargetCheck {
    private final MachineReader reader;
    private final Set<String> names;

    TargetCheck(MachineReader reader, Set<String> names) {
        this.reader = reader;
        this.names = names;
    }

    void check(JsonNode states, String pointer) {
        states.properties().forEach(entry -> {
            String at = pointer + "/" + PlacedJson.escape(entry.getKey());
            JsonNode state = entry.getValue();
            target(state, "Next", at);
            target(state, "Default", at);
            targets(state.path("Choices"), at + "/Choices");
            targets(state.path("Catch"), at + "/Catch");
        });
    }

    private void targets(JsonNode elements, String pointer) {
        for (int i = 0; elements.isArray() && i < elements.size(); i++) {
            target(elements.get(i), "Next", pointer + "/" + i);
        }
    }

    private void target(JsonNode holder, String field, String pointer) {
        JsonNode name = holder.get(field);
        if (name != null && name.isTextual()) {
            reader.target(name.textValue(), names, pointer + "/" + field);
        }
    }
}
