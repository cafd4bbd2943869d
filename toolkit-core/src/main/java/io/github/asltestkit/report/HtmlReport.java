package io.github.asltestkit.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.coverage.CoverageItem;
import io.github.asltestkit.coverage.DefinitionCoverage;
import io.github.asltestkit.internal.io.ClassPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The pages: {@code index.html} with all that draws them, and a file for each test, which a page loads when it is looked
 * at. Nothing comes from a network, and a browser may open them from a disk.
 */
final class HtmlReport {
    private static final List<String> SCRIPTS = List.of("dagre.min.js", "diagram.js", "timeline.js", "pages.js");
    private static final String TESTS = "tests";
    private static final String DIAGRAMS = "diagrams";

    private final RunReport report;

    HtmlReport(RunReport report) {
        this.report = report;
    }

    void write(Path folder) throws IOException {
        Path tests = emptied(folder.resolve(TESTS));
        for (JsonNode test : report.tests()) {
            Files.writeString(
                    tests.resolve(test.path("slug").asText() + ".js"), "aslTest(" + PageJson.forScript(test) + ");\n");
        }
        diagrams(folder.resolve(DIAGRAMS));
        Files.writeString(folder.resolve("index.html"), page());
    }

    private void diagrams(Path folder) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        Set<String> names = new HashSet<>();
        for (DefinitionCoverage definition : report.coverage().definitions()) {
            JsonNode known = report.definition(definition.outline().key());
            if (known != null) {
                String name = fileName(definition, names);
                texts.put(name + ".mmd", known.path("mermaid").asText());
                if (MachineDiagram.canBeLaidOut()) {
                    String mark = "<!-- " + definition.outline().fingerprint() + " -->\n";
                    Path before = folder.resolve(name + ".svg");
                    // To lay out takes time, and most definitions are what they were when the last JVM ended.
                    String old = Files.exists(before) ? Files.readString(before) : "";
                    texts.put(
                            name + ".svg",
                            old.startsWith(mark)
                                    ? old
                                    : mark
                                            + MachineDiagram.ofJson(known.path("graph"))
                                                    .svg());
                }
            }
        }
        emptied(folder);
        for (Map.Entry<String, String> file : texts.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }

    /** A folder of ours without what an earlier report left in it. */
    private static Path emptied(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        return folder;
    }

    private static String fileName(DefinitionCoverage definition, Set<String> taken) {
        String name = definition.outline().name();
        String plain = name.substring(name.lastIndexOf('/') + 1)
                .replaceFirst("(\\.asl)?\\.(json|ya?ml|tf)$", "")
                .replaceAll("[^A-Za-z0-9_.-]+", "-");
        return taken.add(plain) ? plain : plain + "-" + definition.outline().fingerprint();
    }

    private String page() throws IOException {
        StringBuilder scripts = new StringBuilder();
        for (String script : SCRIPTS) {
            // "</" ends a script wherever it stands.
            scripts.append("<script>\n")
                    .append(ClassPath.own(HtmlReport.class, script).replace("</", "<\\/"))
                    .append("\n</script>\n");
        }
        return ClassPath.own(HtmlReport.class, "index.html")
                .replace("/*style*/", ClassPath.own(HtmlReport.class, "report.css"))
                .replace("/*data*/", PageJson.forScript(data()))
                .replace("<!--scripts-->", scripts);
    }

    // ---- what the page is given ----------------------------------------------------------------------------------

    private ObjectNode data() {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("covered", report.coverage().ratio().covered());
        data.put("total", report.coverage().ratio().total());
        ArrayNode definitions = data.putArray("definitions");
        for (DefinitionCoverage definition : report.coverage().definitions()) {
            definition(definitions.addObject(), definition);
        }
        ArrayNode tests = data.putArray("tests");
        for (JsonNode test : report.tests()) {
            ObjectNode one = tests.addObject();
            for (String field : List.of("group", "name", "slug", "status", "failure")) {
                one.set(field, test.path(field));
            }
            test.path("hits").fieldNames().forEachRemaining(one.withArray("definitions")::add);
            ArrayNode executions = one.putArray("executions");
            for (JsonNode execution : test.path("executions")) {
                ObjectNode brief = executions.addObject();
                for (String field : List.of("definition", "status", "error", "duration")) {
                    brief.set(field, execution.path(field));
                }
            }
        }
        return data;
    }

    private void definition(ObjectNode json, DefinitionCoverage definition) {
        json.put("key", definition.outline().key());
        json.put("name", definition.outline().name());
        json.put("file", definition.outline().file());
        json.put("covered", definition.ratio().covered());
        json.put("total", definition.ratio().total());
        ArrayNode items = json.putArray("items");
        List<CoverageItem> all = definition.outline().items();
        for (int i = 0; i < all.size(); i++) {
            CoverageItem item = all.get(i);
            items.addObject()
                    .put("kind", item.kind().name())
                    .put("pointer", item.pointer())
                    .put("line", item.line())
                    .put("column", item.column())
                    .put("missed", item.missed())
                    .put("hits", definition.hits(i));
        }
        JsonNode known = report.definition(definition.outline().key());
        if (known != null) {
            json.set("graph", known.path("graph"));
            json.set("mermaid", known.path("mermaid"));
            json.set("text", known.path("text"));
        }
    }
}
