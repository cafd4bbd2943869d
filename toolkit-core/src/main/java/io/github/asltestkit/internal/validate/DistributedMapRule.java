package io.github.asltestkit.internal.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.State;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A distributed Map says what its child executions are; its fields mean nothing in an inline Map. */
final class DistributedMapRule extends StateRule {
    private static final List<String> DISTRIBUTED_ONLY = List.of("ItemReader", "ItemBatcher", "ResultWriter", "Label");

    @Override
    public List<RuleInfo> about() {
        return List.of(
                RuleInfo.error(
                        "Of a field and its form that ends in Path, a distributed Map has one only",
                        "state-map-distributed.html"),
                RuleInfo.warning(
                        "FIELD_OF_DISTRIBUTED_MAP",
                        "An inline Map has ItemReader, ItemBatcher, ResultWriter or Label",
                        "AWS takes the field and does nothing with it",
                        "state-map-inline.html"));
    }

    @Override
    void check(State state, Findings findings) {
        if (!(state instanceof State.MapState map)) {
            return;
        }
        if (map.itemProcessor().distributed()) {
            checkDistributed(map, findings);
        } else {
            checkInline(map, findings);
        }
    }

    private static void checkDistributed(State.MapState map, Findings findings) {
        JsonNode reader = map.itemReader();
        if (reader != null) {
            atMostOne(reader.get("ReaderConfig"), map.pointer() + "/ItemReader/ReaderConfig", "MaxItems", findings);
        }
        atMostOne(map.itemBatcher(), map.pointer() + "/ItemBatcher", "MaxItemsPerBatch", findings);
        atMostOne(map.itemBatcher(), map.pointer() + "/ItemBatcher", "MaxInputBytesPerBatch", findings);
    }

    private static void atMostOne(@Nullable JsonNode object, String pointer, String field, Findings findings) {
        if (object != null && object.has(field) && object.has(field + "Path")) {
            findings.error(
                    "There should only be one of the following fields: [" + field + ", " + field + "Path]", pointer);
        }
    }

    private static void checkInline(State.MapState map, Findings findings) {
        List<@Nullable JsonNode> values = new ArrayList<>();
        values.add(map.itemReader());
        values.add(map.itemBatcher());
        values.add(map.resultWriter());
        for (int i = 0; i < DISTRIBUTED_ONLY.size(); i++) {
            boolean present = i < values.size() ? values.get(i) != null : map.label() != null;
            if (present) {
                String field = DISTRIBUTED_ONLY.get(i);
                findings.warning(
                        "FIELD_OF_DISTRIBUTED_MAP",
                        "'" + field + "' means nothing in an inline Map",
                        map.pointer() + "/" + field,
                        "set ProcessorConfig.Mode to DISTRIBUTED");
            }
        }
    }
}
