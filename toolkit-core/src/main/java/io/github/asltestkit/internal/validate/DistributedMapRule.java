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
        return List.of(RuleInfo.warning(
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
        if (!map.itemProcessor().distributed()) {
            checkInline(map, findings);
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
