package io.github.asltestkit.coverage;

import io.github.asltestkit.internal.io.XmlText;

/** SonarQube's generic format for test coverage. */
final class SonarGeneric {
    private SonarGeneric() {}

    static String text(Coverage coverage) {
        XmlText xml = XmlText.indented().start("coverage", "version", 1);
        for (FileCoverage file : FileCoverage.of(coverage)) {
            xml.start("file", "path", file.path());
            file.lines().forEach(line -> line(xml, line));
            xml.end();
        }
        return xml.end().text();
    }

    private static void line(XmlText xml, LineCoverage line) {
        int branches = line.branches().size();
        if (branches == 0) {
            xml.empty("lineToCover", "lineNumber", line.line(), "covered", line.hits() > 0);
        } else {
            xml.empty(
                    "lineToCover",
                    "lineNumber",
                    line.line(),
                    "covered",
                    line.hits() > 0,
                    "branchesToCover",
                    branches,
                    "coveredBranches",
                    line.coveredBranches());
        }
    }
}
