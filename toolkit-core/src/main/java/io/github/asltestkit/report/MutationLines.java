package io.github.asltestkit.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.mutation.Mutants;
import io.github.asltestkit.mutation.TestVerdict;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The lines about mutants in a file of runs; {@link RecordedMutations} reads them. */
final class MutationLines {
    private MutationLines() {}

    static ObjectNode mutants(String definition, Mutants mutants, @Nullable String shard) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        ObjectNode json =
                line.putObject("mutants").put("definition", definition).put("shard", shard);
        ArrayNode all = json.putArray("all");
        mutants.all().forEach(mutant -> all.add(mutant.toJson()));
        ArrayNode stillborn = json.putArray("stillborn");
        mutants.stillborn().forEach(stillborn::add);
        ObjectNode equal = json.putObject("equal");
        new TreeMap<>(mutants.equal()).forEach(equal::put);
        return line;
    }

    static ObjectNode verdicts(
            String definition,
            String mutant,
            Map<String, TestVerdict> verdicts,
            @Nullable String shard,
            long atMillis) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        ObjectNode json = line.putObject("mutated")
                .put("definition", definition)
                .put("mutant", mutant)
                .put("shard", shard)
                .put("at", atMillis);
        ArrayNode tests = json.putArray("tests");
        new TreeMap<>(verdicts).forEach((test, verdict) -> {
            ArrayNode one = tests.addArray().add(test).add(verdict.status().name());
            if (verdict.reason() != null) {
                one.add(verdict.reason());
            }
        });
        return line;
    }

    static ObjectNode ignored(String definition, String mutant, String group, String by, long atMillis) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.putObject("ignored")
                .put("definition", definition)
                .put("mutant", mutant)
                .put("group", group)
                .put("by", by)
                .put("at", atMillis);
        return line;
    }
}
