package io.github.asltestkit.coverage;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.internal.io.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apiguardian.api.API;

/**
 * All that there is to take in a definition, and what tells the definition from others on any machine: its name and its
 * content.
 *
 * @param name the file or resource as the tests name it, without the folders of a machine
 * @param file where the file stands, from the root of the repository; the name where that is not known
 * @param fingerprint a digest of the file's text and of the items
 * @param items in the order of the definition
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record DefinitionOutline(String name, String file, String fingerprint, List<CoverageItem> items) {

    /** Keeps a copy of the items. */
    public DefinitionOutline {
        items = List.copyOf(items);
    }

    /** The outline of a definition, whose file is named as its source is. */
    public static DefinitionOutline of(Definition definition) {
        String name = definition.source().name();
        return of(definition, name, name);
    }

    /** The outline of a definition under a name, with the file's path from the root of the repository. */
    public static DefinitionOutline of(Definition definition, String name, String file) {
        return new Outliner(definition).outline(name, file);
    }

    /** The same for the same definition, wherever it was run: {@code order.asl.json#1f00c5a2b3d4}. */
    public String key() {
        return name + "#" + fingerprint;
    }

    static String fingerprint(List<CoverageItem> items, List<String> text) {
        StringBuilder all = new StringBuilder();
        for (CoverageItem item : items) {
            all.append(item.kind())
                    .append(' ')
                    .append(item.pointer())
                    .append(' ')
                    .append(item.line());
            all.append('\n');
        }
        for (String line : text) {
            all.append(line).append('\n');
        }
        byte[] digest = Sha256.digest(all.toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, 6);
    }

    /** As JSON, for the files of a run; the caller's own. */
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", name).put("file", file).put("fingerprint", fingerprint);
        ArrayNode all = json.putArray("items");
        for (CoverageItem item : items) {
            all.addObject()
                    .put("kind", item.kind().name())
                    .put("pointer", item.pointer())
                    .put("line", item.line())
                    .put("column", item.column())
                    .put("subject", item.subject());
        }
        return json;
    }

    /**
     * Reads what {@link #toJson()} wrote.
     *
     * @throws IllegalArgumentException if it is not that
     */
    public static DefinitionOutline ofJson(JsonNode json) {
        List<CoverageItem> items = new ArrayList<>();
        for (JsonNode item : json.path("items")) {
            items.add(new CoverageItem(
                    ItemKind.valueOf(item.path("kind").asText()),
                    item.path("pointer").asText(),
                    item.path("line").asInt(),
                    item.path("column").asInt(),
                    item.path("subject").asText()));
        }
        return new DefinitionOutline(
                json.path("name").asText(),
                json.path("file").asText(),
                json.path("fingerprint").asText(),
                items);
    }
}
