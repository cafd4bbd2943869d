package io.github.asltestkit.coverage;

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
        StringBuilder text = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE coverage SYSTEM "http://cobertura.sourceforge.net/xml/coverage-04.dtd">
                """);
        // The time of a run is in no way its result: 0 keeps the same coverage the same file.
        text.append("<coverage line-rate=\"").append(rate(coveredLines, lines));
        text.append("\" branch-rate=\"").append(rate(coveredBranches, branches));
        text.append("\" lines-covered=\"").append(coveredLines);
        text.append("\" lines-valid=\"").append(lines);
        text.append("\" branches-covered=\"").append(coveredBranches);
        text.append("\" branches-valid=\"").append(branches);
        text.append("\" complexity=\"0\" version=\"asl-testkit\" timestamp=\"0\">\n");
        text.append("  <sources>\n    <source>.</source>\n  </sources>\n  <packages>\n");
        files.forEach(file -> file(text, file));
        return text.append("  </packages>\n</coverage>\n").toString();
    }

    private static void file(StringBuilder text, FileCoverage file) {
        String path = file.path();
        int slash = path.lastIndexOf('/');
        String folder = slash < 0 ? "" : path.substring(0, slash);
        String rates = "line-rate=\"" + rate(file.coveredLines(), file.lines().size()) + "\" branch-rate=\""
                + rate(file.coveredBranches(), file.branches()) + "\" complexity=\"0\"";
        text.append("    <package name=\"").append(Xml.escape(folder.replace('/', '.')));
        text.append("\" ").append(rates).append(">\n      <classes>\n        <class name=\"");
        text.append(Xml.escape(path.substring(slash + 1))).append("\" filename=\"");
        text.append(Xml.escape(path)).append("\" ").append(rates).append(">\n");
        text.append("          <methods/>\n          <lines>\n");
        file.lines().forEach(line -> line(text, line));
        text.append("          </lines>\n        </class>\n      </classes>\n    </package>\n");
    }

    private static void line(StringBuilder text, LineCoverage line) {
        int branches = line.branches().size();
        text.append("            <line number=\"").append(line.line());
        text.append("\" hits=\"").append(line.hits());
        text.append("\" branch=\"").append(branches > 0);
        if (branches > 0) {
            int covered = line.coveredBranches();
            text.append("\" condition-coverage=\"").append(100 * covered / branches);
            text.append("% (").append(covered).append('/').append(branches).append(')');
        }
        text.append("\"/>\n");
    }

    private static String rate(int covered, int total) {
        return total == 0 ? "1.0" : String.format(Locale.ROOT, "%.4f", (double) covered / total);
    }
}
