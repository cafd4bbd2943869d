package io.github.asltestkit.coverage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Every item with its hits, as JSON for programs. */
final class CoverageJson {
    private CoverageJson() {}

    static String text(Coverage coverage) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("format", "asl-testkit coverage");
        json.put("version", 1);
        ratio(json, coverage.ratio());
        ArrayNode definitions = json.putArray("definitions");
        for (DefinitionCoverage definition : coverage.definitions()) {
            DefinitionOutline outline = definition.outline();
            ObjectNode one = definitions.addObject();
            one.put("name", outline.name());
            one.put("file", outline.file());
            one.put("fingerprint", outline.fingerprint());
            ratio(one, definition.ratio());
            ArrayNode items = one.putArray("items");
            List<CoverageItem> all = outline.items();
            for (int i = 0; i < all.size(); i++) {
                CoverageItem item = all.get(i);
                items.addObject()
                        .put("kind", item.kind().name())
                        .put("pointer", item.pointer())
                        .put("line", item.line())
                        .put("column", item.column())
                        .put("subject", item.subject())
                        .put("hits", definition.hits(i));
            }
        }
        return json.toPrettyString() + "\n";
    }

    private static void ratio(ObjectNode json, Ratio ratio) {
        json.put("covered", ratio.covered()).put("total", ratio.total());
    }
}
