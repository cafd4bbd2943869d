package io.github.asltestkit.mutation;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.coverage.CoverageItem;
import io.github.asltestkit.coverage.DefinitionOutline;
import io.github.asltestkit.coverage.ItemKind;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A definition with one mistake in it, made on purpose.
 *
 * @param id what tells it from the other mutants of the definition, such as {@code ShipOrder: drop field QueueUrl}
 * @param operator what kind of mistake it is, such as {@code FieldDropped}
 * @param pointer what is changed in the definition, such as {@code /States/ShipOrder/Parameters/QueueUrl}
 * @param line the line of the file on which that begins, counted from 1; 0 if that is not known
 * @param column the column of that line, counted from 1; 0 if that is not known
 * @param endLine the line on which it ends
 * @param endColumn the column behind its last character
 * @param replacement what is there instead, as JSON; empty for nothing
 * @param reachedBy the kind of item that an execution takes before it can notice the mistake
 * @param reachedAt where that item is; null if every execution of the definition can notice the mistake
 * @param advice what no test asks, and the assertion that would notice the mistake
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Mutant(
        String id,
        String operator,
        String pointer,
        int line,
        int column,
        int endLine,
        int endColumn,
        String replacement,
        ItemKind reachedBy,
        @Nullable String reachedAt,
        String advice) {

    /** The positions of the items of which one is taken by each execution that can notice the mistake. */
    public List<Integer> reachedByItems(DefinitionOutline outline) {
        List<Integer> positions = new ArrayList<>();
        for (int i = 0; i < outline.items().size(); i++) {
            CoverageItem item = outline.items().get(i);
            if (reachedAt == null ? item.kind() == ItemKind.STATE : isThat(item)) {
                positions.add(i);
            }
        }
        return positions;
    }

    private boolean isThat(CoverageItem item) {
        return item.kind() == reachedBy && item.pointer().equals(reachedAt);
    }

    /** As JSON, for the files of a run; the caller's own. */
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", id).put("operator", operator).put("pointer", pointer);
        json.put("line", line).put("column", column).put("endLine", endLine).put("endColumn", endColumn);
        json.put("replacement", replacement).put("reachedBy", reachedBy.name()).put("reachedAt", reachedAt);
        return json.put("advice", advice);
    }

    /**
     * Reads what {@link #toJson()} wrote.
     *
     * @throws IllegalArgumentException if it is not that
     */
    public static Mutant ofJson(JsonNode json) {
        return new Mutant(
                json.path("id").asText(),
                json.path("operator").asText(),
                json.path("pointer").asText(),
                json.path("line").asInt(),
                json.path("column").asInt(),
                json.path("endLine").asInt(),
                json.path("endColumn").asInt(),
                json.path("replacement").asText(),
                ItemKind.valueOf(json.path("reachedBy").asText()),
                json.path("reachedAt").textValue(),
                json.path("advice").asText());
    }

    @Override
    public String toString() {
        return id;
    }
}
