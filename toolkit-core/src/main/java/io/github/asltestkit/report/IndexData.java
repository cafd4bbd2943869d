package io.github.asltestkit.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.asltestkit.coverage.DefinitionCoverage;
import io.github.asltestkit.mutation.DefinitionMutation;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the first page is given: a line for each definition and each test, short enough for tens of thousands. Tests are
 * arrays, and texts that repeat have numbers; {@code pages.js} gives them their names.
 */
final class IndexData {
    private final RunReport report;
    private final int[] files;
    private final Map<String, Integer> groups = new LinkedHashMap<>();
    private final Map<String, Integer> errors = new LinkedHashMap<>();
    private final Map<String, Integer> definitions = new HashMap<>();

    IndexData(RunReport report, int[] files) {
        this.report = report;
        this.files = files;
    }

    String text() throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = PageJson.FACTORY.createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField("covered", report.coverage().ratio().covered());
            json.writeNumberField("total", report.coverage().ratio().total());
            definitions(json);
            json.writeArrayFieldStart("tests");
            for (int i = 0; i < report.tests().size(); i++) {
                test(json, report.tests().get(i), files[i]);
            }
            json.writeEndArray();
            texts(json, "groups", groups);
            texts(json, "errors", errors);
            json.writeEndObject();
        }
        return text.toString();
    }

    private void definitions(JsonGenerator json) throws IOException {
        Map<String, int[]> tests = new HashMap<>();
        for (RecordedTest test : report.tests()) {
            if (test.isExploration()) {
                continue;
            }
            for (String used : test.hits().keySet()) {
                int[] counts = tests.computeIfAbsent(used, added -> new int[2]);
                counts[0]++;
                counts[1] += test.by().status() == TestedBy.Status.FAILED ? 1 : 0;
            }
        }
        json.writeArrayFieldStart("definitions");
        List<DefinitionCoverage> all = report.coverage().definitions();
        for (int i = 0; i < all.size(); i++) {
            DefinitionCoverage definition = all.get(i);
            String key = definition.outline().key();
            definitions.put(key, i);
            int[] counts = tests.getOrDefault(key, new int[2]);
            json.writeStartObject();
            json.writeStringField("key", key);
            json.writeStringField("name", definition.outline().name());
            json.writeStringField("file", definition.outline().file());
            json.writeNumberField("covered", definition.ratio().covered());
            json.writeNumberField("total", definition.ratio().total());
            json.writeNumberField("tests", counts[0]);
            json.writeNumberField("failed", counts[1]);
            DefinitionMutation mutated = mutated(key);
            if (mutated != null) {
                json.writeNumberField("noticed", mutated.score().covered());
                json.writeNumberField("mutants", mutated.score().total());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private @Nullable DefinitionMutation mutated(String key) {
        return report.mutation().definitions().stream()
                .filter(definition -> definition.outline().key().equals(key))
                .findFirst()
                .orElse(null);
    }

    @SuppressWarnings("EnumOrdinal") // The page lists the statuses in this order.
    private void test(JsonGenerator json, RecordedTest test, int file) throws IOException {
        json.writeStartArray();
        json.writeNumber(number(groups, test.by().group()));
        json.writeString(test.by().name());
        json.writeString(slug(test));
        json.writeNumber(test.by().status().ordinal());
        json.writeNumber(file);
        json.writeStartArray();
        for (String used : test.hits().keySet()) {
            Integer definition = definitions.get(used);
            if (definition != null) {
                json.writeNumber(definition);
            }
        }
        json.writeEndArray();
        json.writeArray(test.ended(), 0, test.ended().length);
        json.writeNumber(test.error() == null ? -1 : number(errors, test.error()));
        json.writeNumber(test.durationMillis());
        if (test.by().failure() != null || test.isExploration()) {
            json.writeString(test.by().failure());
        }
        if (test.isExploration()) {
            json.writeBoolean(true);
        }
        json.writeEndArray();
    }

    /** Of a name that the page can make itself, the end: what tells tests of the same name apart. */
    private static String slug(RecordedTest test) {
        return test.slug().equals(test.by().slug())
                ? test.slug().substring(test.slug().lastIndexOf('-') + 1)
                : test.slug();
    }

    private static int number(Map<String, Integer> texts, String text) {
        return texts.computeIfAbsent(text, added -> texts.size());
    }

    private static void texts(JsonGenerator json, String name, Map<String, Integer> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts.keySet()) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
