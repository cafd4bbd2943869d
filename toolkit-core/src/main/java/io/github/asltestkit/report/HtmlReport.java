package io.github.asltestkit.report;

import io.github.asltestkit.internal.io.ClassPath;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The pages: {@code index.html} with the lists and all that draws them, and beside it files with the executions of tests and
 * with definitions, which the page loads when one is looked at. Nothing comes from a network, and a browser may open them
 * from a disk.
 */
final class HtmlReport {
    private static final List<String> SCRIPTS = List.of(
            "dagre.min.js",
            "decode.js",
            "diagram.js",
            "graph-pane.js",
            "timeline.js",
            "parts.js",
            "lists.js",
            "mutants-page.js",
            "definition-page.js",
            "test-page.js",
            "pages.js");

    private final RunReport report;

    HtmlReport(RunReport report) {
        this.report = report;
    }

    void write(Path folder) throws IOException {
        int[] files = TestFiles.write(report.pages(), emptied(folder.resolve("tests")));
        DefinitionFiles.write(report, emptied(folder.resolve("definitions")));
        Diagrams.write(report, folder.resolve("diagrams"));
        try (OutputStream out = Files.newOutputStream(folder.resolve("index.html"))) {
            page(out, files);
        }
    }

    /** A folder of ours without what an earlier report left in it. */
    static Path emptied(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        return folder;
    }

    private void page(OutputStream out, int[] files) throws IOException {
        StringBuilder scripts = new StringBuilder();
        for (String script : SCRIPTS) {
            // "</" ends a script wherever it stands.
            scripts.append("<script>\n")
                    .append(ClassPath.own(HtmlReport.class, script).replace("</", "<\\/"))
                    .append("\n</script>\n");
        }
        String page = ClassPath.own(HtmlReport.class, "index.html")
                .replace("/*style*/", ClassPath.own(HtmlReport.class, "report.css"))
                .replace("<!--scripts-->", scripts);
        String data = "/*data*/";
        int at = page.indexOf(data);
        out.write(page.substring(0, at).getBytes(StandardCharsets.UTF_8));
        out.write(PageJson.forScript(new IndexData(report, files).text()).getBytes(StandardCharsets.UTF_8));
        out.write(page.substring(at + data.length()).getBytes(StandardCharsets.UTF_8));
    }
}
