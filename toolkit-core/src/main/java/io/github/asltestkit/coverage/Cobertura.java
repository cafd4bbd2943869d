package io.github.asltestkit.coverage;

import io.github.asltestkit.internal.io.XmlText;
import java.util.List;
import java.util.Locale;

/**
 * Cobertura's XML: a package for each folder, a class for each file.
 *
 * @see <a href="https://github.com/cobertura/cobertura/blob/master/cobertura/src/site/htdocs/xml/coverage-04.dtd">coverage-04.dtd</a>
 */
final class Cobertura {
    private Cobertura() {}

    static String text(Coverage coverage) {
        List<FileCoverage> files = FileCoverage.of(coverage);
        int lines = files.stream().mapToInt(file -> file.lines().size()).sum();
        int coveredLines = files.stream().mapToInt(FileCoverage::coveredLines).sum();
        int branches = files.stream().mapToInt(FileCoverage::branches).sum();
        int coveredBranches =
                files.stream().mapToInt(FileCoverage::coveredBranches).sum();
        XmlText xml = XmlText.indented()
                .document("<!DOCTYPE coverage SYSTEM \"http://cobertura.sourceforge.net/xml/coverage-04.dtd\">")
                .start(
                        "coverage",
                        "line-rate",
                        rate(coveredLines, lines),
                        "branch-rate",
                        rate(coveredBranches, branches),
                        "lines-covered",
                        coveredLines,
                        "lines-valid",
                        lines,
                        "branches-covered",
                        coveredBranches,
                        "branches-valid",
                        branches,
                        "complexity",
                        0,
                        "version",
                        "asl-testkit",
                        // The time of a run is in no way its result: 0 keeps the same coverage the same file.
                        "timestamp",
                        0);
        xml.start("sources").start("source").words(".").end().end();
        xml.start("packages");
        files.forEach(file -> file(xml, file));
        return xml.end().end().text();
    }

    private static void file(XmlText xml, FileCoverage file) {
        String path = file.path();
        int slash = path.lastIndexOf('/');
        String folder = slash < 0 ? "" : path.substring(0, slash);
        String lineRate = rate(file.coveredLines(), file.lines().size());
        String branchRate = rate(file.coveredBranches(), file.branches());
        xml.start(
                "package",
                "name",
                folder.replace('/', '.'),
                "line-rate",
                lineRate,
                "branch-rate",
                branchRate,
                "complexity",
                0);
        xml.start("classes");
        xml.start(
                "class",
                "name",
                path.substring(slash + 1),
                "filename",
                path,
                "line-rate",
                lineRate,
                "branch-rate",
                branchRate,
                "complexity",
                0);
        xml.empty("methods");
        xml.start("lines");
        file.lines().forEach(line -> line(xml, line));
        xml.end().end().end().end();
    }

    private static void line(XmlText xml, LineCoverage line) {
        int branches = line.branches().size();
        if (branches == 0) {
            xml.empty("line", "number", line.line(), "hits", line.hits(), "branch", false);
            return;
        }
        int covered = line.coveredBranches();
        xml.empty(
                "line",
                "number",
                line.line(),
                "hits",
                line.hits(),
                "branch",
                true,
                "condition-coverage",
                100 * covered / branches + "% (" + covered + "/" + branches + ")");
    }

    private static String rate(int covered, int total) {
        return total == 0 ? "1.0" : String.format(Locale.ROOT, "%.4f", (double) covered / total);
    }
}
