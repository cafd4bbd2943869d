package io.github.asltestkit.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * LCOV's tracefile: {@code FN} for each state, {@code DA} for each line, {@code BRDA} for each way that a line offers.
 *
 * @see <a href="https://manpages.debian.org/unstable/lcov/geninfo.1.en.html#FILES">geninfo(1), tracefiles</a>
 */
final class Lcov {
    private Lcov() {}

    static String text(Coverage coverage) {
        StringBuilder text = new StringBuilder();
        FileCoverage.of(coverage).forEach(file -> file(text, file));
        return text.toString();
    }

    private static void file(StringBuilder text, FileCoverage file) {
        text.append("TN:\nSF:").append(file.path()).append('\n');
        functions(text, file);
        branches(text, file.lines());
        int hit = 0;
        for (LineCoverage line : file.lines()) {
            text.append("DA:")
                    .append(line.line())
                    .append(',')
                    .append(line.hits())
                    .append('\n');
            hit += line.hits() > 0 ? 1 : 0;
        }
        text.append("LF:").append(file.lines().size()).append('\n');
        text.append("LH:").append(hit).append("\nend_of_record\n");
    }

    /** A state is what a function is elsewhere. */
    private static void functions(StringBuilder text, FileCoverage file) {
        Map<String, Long> hits = new TreeMap<>();
        List<String> declared = new ArrayList<>();
        for (DefinitionCoverage definition : file.definitions()) {
            List<CoverageItem> items = definition.outline().items();
            for (int i = 0; i < items.size(); i++) {
                CoverageItem item = items.get(i);
                if (item.kind() == ItemKind.STATE && item.line() > 0) {
                    String name = item.subject().replace(',', ';').replace('\n', ' ');
                    if (hits.merge(name, definition.hits(i), Long::sum) == definition.hits(i)
                            && !declared.contains("FN:" + item.line() + "," + name)) {
                        declared.add("FN:" + item.line() + "," + name);
                    }
                }
            }
        }
        declared.forEach(line -> text.append(line).append('\n'));
        hits.forEach((name, count) ->
                text.append("FNDA:").append(count).append(',').append(name).append('\n'));
        text.append("FNF:").append(hits.size()).append('\n');
        text.append("FNH:")
                .append(hits.values().stream().filter(count -> count > 0).count())
                .append('\n');
    }

    private static void branches(StringBuilder text, List<LineCoverage> lines) {
        int found = 0;
        int hit = 0;
        for (LineCoverage line : lines) {
            for (int i = 0; i < line.branches().size(); i++) {
                long count = line.branches().get(i);
                // A line that nothing reached says so by a dash.
                String taken = line.hits() == 0 ? "-" : String.valueOf(count);
                text.append("BRDA:").append(line.line()).append(",0,").append(i).append(',');
                text.append(taken).append('\n');
            }
            found += line.branches().size();
            hit += line.coveredBranches();
        }
        text.append("BRF:").append(found).append("\nBRH:").append(hit).append('\n');
    }
}
