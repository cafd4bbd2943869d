package io.github.asltestkit.coverage;

/** SonarQube's generic format for test coverage. */
final class SonarGeneric {
    private SonarGeneric() {}

    static String text(Coverage coverage) {
        StringBuilder text = new StringBuilder("<coverage version=\"1\">\n");
        for (FileCoverage file : FileCoverage.of(coverage)) {
            text.append("  <file path=\"").append(Xml.escape(file.path())).append("\">\n");
            for (LineCoverage line : file.lines()) {
                text.append("    <lineToCover lineNumber=\"").append(line.line());
                text.append("\" covered=\"").append(line.hits() > 0).append('"');
                if (!line.branches().isEmpty()) {
                    text.append(" branchesToCover=\"").append(line.branches().size());
                    text.append("\" coveredBranches=\"")
                            .append(line.coveredBranches())
                            .append('"');
                }
                text.append("/>\n");
            }
            text.append("  </file>\n");
        }
        return text.append("</coverage>\n").toString();
    }
}
