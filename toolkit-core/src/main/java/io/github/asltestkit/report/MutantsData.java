package io.github.asltestkit.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.asltestkit.mutation.DefinitionMutation;
import io.github.asltestkit.mutation.Mutant;
import io.github.asltestkit.mutation.MutantResult;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the tab of a definition's mutants is given. */
final class MutantsData {
    private MutantsData() {}

    static void write(JsonGenerator json, RunReport report, DefinitionMutation definition) throws IOException {
        Map<String, Integer> numbers = new HashMap<>();
        List<RecordedTest> tests = report.tests();
        for (int i = 0; i < tests.size(); i++) {
            numbers.put(tests.get(i).by().id(), i);
        }
        json.writeArrayFieldStart("mutated");
        for (MutantResult result : definition.results()) {
            Mutant mutant = result.mutant();
            json.writeStartObject();
            json.writeStringField("id", mutant.id());
            json.writeNumberField("line", mutant.line());
            json.writeNumberField("column", mutant.column());
            json.writeNumberField("endLine", mutant.endLine());
            json.writeNumberField("endColumn", mutant.endColumn());
            json.writeStringField("replacement", PageJson.cut(mutant.replacement()));
            json.writeStringField("status", result.status().name());
            json.writeStringField("advice", mutant.advice());
            json.writeNumberField("by", result.killedBy() == null ? -1 : numbers.getOrDefault(result.killedBy(), -1));
            json.writeStringField("reason", result.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectFieldStart("equal");
        for (Map.Entry<String, String> equal : new TreeMap<>(definition.equal()).entrySet()) {
            json.writeStringField(equal.getKey(), equal.getValue());
        }
        json.writeEndObject();
    }
}
