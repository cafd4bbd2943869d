package io.github.asltestkit.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.coverage.CoverageItem;
import io.github.asltestkit.coverage.DefinitionCoverage;
import io.github.asltestkit.coverage.ItemKind;
import io.github.asltestkit.mutation.DefinitionMutation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Each definition as a script of its own: its graph, its text, its items with their hits, and who took which state. */
final class DefinitionFiles {
    /** Of more tests that enter a state, the first are named. */
    private static final int MOST_TESTS_OF_A_STATE = 200;

    /** Who entered a state. */
    private static final class Entered {
        private final List<Integer> tests = new ArrayList<>();
        private int all;
    }

    private DefinitionFiles() {}

    static void write(RunReport report, Path folder) throws IOException {
        List<DefinitionCoverage> definitions = report.coverage().definitions();
        for (int i = 0; i < definitions.size(); i++) {
            byte[] json = json(report, definitions.get(i));
            try (OutputStream out = Files.newOutputStream(folder.resolve(i + ".js"))) {
                out.write(("aslDefinition(" + i + ",").getBytes(StandardCharsets.UTF_8));
                ScriptLiteral.write(json, json.length, out);
                out.write(");\n".getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static byte[] json(RunReport report, DefinitionCoverage definition) throws IOException {
        JsonNode known = report.definition(definition.outline().key());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = PageJson.FACTORY.createGenerator(out)) {
            json.writeStartObject();
            items(json, definition);
            tests(json, report, definition);
            for (DefinitionMutation mutated : report.mutation().definitions()) {
                if (mutated.outline().key().equals(definition.outline().key())) {
                    MutantsData.write(json, report, mutated);
                }
            }
            for (String part : List.of("graph", "mermaid", "text")) {
                json.writeFieldName(part);
                json.writeTree(known.path(part));
            }
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    private static void items(JsonGenerator json, DefinitionCoverage definition) throws IOException {
        List<CoverageItem> items = definition.outline().items();
        json.writeArrayFieldStart("items");
        for (int i = 0; i < items.size(); i++) {
            CoverageItem item = items.get(i);
            json.writeStartObject();
            json.writeStringField("kind", item.kind().name());
            json.writeStringField("pointer", item.pointer());
            json.writeNumberField("line", item.line());
            json.writeNumberField("column", item.column());
            json.writeStringField("missed", item.missed());
            json.writeNumberField("hits", definition.hits(i));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void tests(JsonGenerator json, RunReport report, DefinitionCoverage definition) throws IOException {
        List<CoverageItem> items = definition.outline().items();
        Map<Integer, Entered> states = new TreeMap<>();
        List<RecordedTest> tests = report.tests();
        json.writeArrayFieldStart("tests");
        for (int number = 0; number < tests.size(); number++) {
            long[] hits = tests.get(number).hits().get(definition.outline().key());
            if (hits != null) {
                json.writeNumber(number);
                entered(items, hits, number, states);
            }
        }
        json.writeEndArray();
        json.writeObjectFieldStart("entered");
        for (Map.Entry<Integer, Entered> state : states.entrySet()) {
            json.writeObjectFieldStart(items.get(state.getKey()).pointer());
            json.writeNumberField("all", state.getValue().all);
            json.writeArrayFieldStart("tests");
            for (int test : state.getValue().tests) {
                json.writeNumber(test);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void entered(List<CoverageItem> items, long[] hits, int test, Map<Integer, Entered> states) {
        for (int i = 0; i + 1 < hits.length; i += 2) {
            int item = (int) hits[i];
            if (item >= 0 && item < items.size() && items.get(item).kind() == ItemKind.STATE) {
                Entered state = states.computeIfAbsent(item, added -> new Entered());
                state.all++;
                if (state.tests.size() < MOST_TESTS_OF_A_STATE) {
                    state.tests.add(test);
                }
            }
        }
    }
}
