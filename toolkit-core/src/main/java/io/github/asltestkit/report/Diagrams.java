package io.github.asltestkit.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.coverage.DefinitionCoverage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The diagrams as files: Mermaid of each definition, and SVG where there is a library that lays it out. */
final class Diagrams {
    private Diagrams() {}

    static void write(RunReport report, Path folder) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        Set<String> names = new HashSet<>();
        for (DefinitionCoverage definition : report.coverage().definitions()) {
            JsonNode known = report.definition(definition.outline().key());
            String name = fileName(definition, names);
            texts.put(name + ".mmd", known.path("mermaid").asText());
            if (MachineDiagram.canBeLaidOut()) {
                String mark = "<!-- " + definition.outline().fingerprint() + " -->\n";
                Path before = folder.resolve(name + ".svg");
                // To lay out takes time, and most definitions are what they were when the last JVM ended.
                String old = Files.exists(before) ? Files.readString(before) : "";
                texts.put(name + ".svg", old.startsWith(mark) ? old : mark + svg(known));
            }
        }
        HtmlReport.emptied(folder);
        for (Map.Entry<String, String> file : texts.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private static String svg(JsonNode known) {
        return MachineDiagram.ofJson(known.path("graph")).svg();
    }

    private static String fileName(DefinitionCoverage definition, Set<String> taken) {
        String name = definition.outline().name();
        String plain = name.substring(name.lastIndexOf('/') + 1)
                .replaceFirst("(\\.asl)?\\.(json|ya?ml|tf)$", "")
                .replaceAll("[^A-Za-z0-9_.-]+", "-");
        return taken.add(plain) ? plain : plain + "-" + definition.outline().fingerprint();
    }
}
