package io.github.asltestkit.internal.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.internal.json.JsonText;
import java.util.Map;

/** An answer of TestState with its payloads as trees, as it is kept in files and compared. */
public final class StoredAnswer {
    private StoredAnswer() {}

    /** A copy in which {@code output} and the payloads of the inspection data are JSON, not text that holds it. */
    public static ObjectNode trees(JsonNode answer) {
        ObjectNode trees = answer.deepCopy();
        parse(trees, "output");
        if (trees.path("inspectionData") instanceof ObjectNode data) {
            for (Map.Entry<String, JsonNode> field :
                    answer.path("inspectionData").properties()) {
                parse(data, field.getKey());
            }
        }
        return trees;
    }

    private static void parse(ObjectNode object, String field) {
        JsonNode value = object.path(field);
        JsonNode tree = value.isTextual() ? JsonText.tryParse(value.textValue()) : null;
        if (tree != null) {
            object.set(field, tree);
        }
    }
}
