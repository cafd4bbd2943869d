package io.github.asltestkit.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A file and the definitions in it: a template holds several.
 *
 * @param path from the root of the repository
 * @param definitions the definitions
 * @param lines the lines of all of them, in their order
 */
record FileCoverage(String path, List<DefinitionCoverage> definitions, List<LineCoverage> lines) {

    static List<FileCoverage> of(Coverage coverage) {
        Map<String, List<DefinitionCoverage>> byFile = new TreeMap<>();
        for (DefinitionCoverage definition : coverage.definitions()) {
            byFile.computeIfAbsent(definition.outline().file(), file -> new ArrayList<>())
                    .add(definition);
        }
        List<FileCoverage> files = new ArrayList<>();
        byFile.forEach((file, definitions) -> files.add(new FileCoverage(file, definitions, lines(definitions))));
        return files;
    }

    /** Lines of several definitions hardly ever meet; where they do, they add up. */
    private static List<LineCoverage> lines(List<DefinitionCoverage> definitions) {
        Map<Integer, LineCoverage> lines = new TreeMap<>();
        for (DefinitionCoverage definition : definitions) {
            for (LineCoverage line : definition.lines()) {
                lines.merge(line.line(), line, FileCoverage::both);
            }
        }
        return List.copyOf(lines.values());
    }

    private static LineCoverage both(LineCoverage one, LineCoverage other) {
        List<Long> branches = new ArrayList<>(one.branches());
        if (one.branches().size() == other.branches().size()) {
            for (int i = 0; i < branches.size(); i++) {
                branches.set(i, branches.get(i) + other.branches().get(i));
            }
        } else {
            branches.addAll(other.branches());
        }
        return new LineCoverage(one.line(), one.hits() + other.hits(), branches);
    }

    int coveredLines() {
        return (int) lines.stream().filter(line -> line.hits() > 0).count();
    }

    int branches() {
        return lines.stream().mapToInt(line -> line.branches().size()).sum();
    }

    int coveredBranches() {
        return lines.stream().mapToInt(LineCoverage::coveredBranches).sum();
    }
}
