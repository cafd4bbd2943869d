package io.github.asltestkit.report;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.asltestkit.coverage.Coverage;
import io.github.asltestkit.coverage.CoverageFormat;
import io.github.asltestkit.coverage.DefinitionCoverage;
import io.github.asltestkit.coverage.DefinitionOutline;
import io.github.asltestkit.mutation.DefinitionMutation;
import io.github.asltestkit.mutation.MutationScore;
import io.github.asltestkit.mutation.StrykerReport;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * Tests and their executions, from any number of files that {@link RunRecorder}s wrote, on this machine or on others. Of
 * two runs of one test, the later counts; in which order files are read does not matter. The executions themselves stay in
 * the files until they are written into pages, a test at a time.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class RunReport {
    /** How the names of files end that hold runs. */
    public static final String RUN_FILE = ".runs.jsonl";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a file says of a definition. */
    private record Known(DefinitionOutline outline, RunFile.Place place) {}

    private final Map<String, Known> definitions = new TreeMap<>();
    private final List<ReportPage> pages;
    private final List<RecordedTest> tests;
    private final List<Path> superseded;
    private final List<String> problems;
    private final Coverage coverage;
    private final MutationScore mutants;

    private RunReport(
            Map<String, Known> definitions,
            List<ReportPage> pages,
            RecordedMutations mutations,
            Set<Path> superseded,
            List<String> problems) {
        this.problems = problems;
        this.pages = pages.stream()
                .sorted(Comparator.comparing(
                                (ReportPage page) -> page.test().by().group())
                        .thenComparing(page -> page.test().by().name())
                        .thenComparing(page -> page.test().by().id()))
                .toList();
        this.tests = this.pages.stream().map(ReportPage::test).toList();
        for (RecordedTest test : tests) {
            for (String used : test.hits().keySet()) {
                Known definition = definitions.get(used);
                if (definition != null) {
                    this.definitions.put(used, definition);
                }
            }
        }
        this.coverage = sum();
        this.mutants = new MutationScore(mutations.judged(
                coverage.definitions().stream().map(DefinitionCoverage::outline).toList(), tests));
        superseded.removeAll(mutations.files());
        this.superseded = List.copyOf(superseded);
    }

    private Coverage sum() {
        Map<String, long[]> sums = new LinkedHashMap<>();
        definitions.forEach(
                (key, known) -> sums.put(key, new long[known.outline().items().size()]));
        for (RecordedTest test : tests) {
            test.hits().forEach((key, pairs) -> {
                long[] sum = sums.get(key);
                for (int i = 0; sum != null && i + 1 < pairs.length; i += 2) {
                    if (pairs[i] >= 0 && pairs[i] < sum.length) {
                        sum[(int) pairs[i]] += pairs[i + 1];
                    }
                }
            });
        }
        List<DefinitionCoverage> all = new ArrayList<>();
        definitions.forEach(
                (key, known) -> all.add(new DefinitionCoverage(known.outline(), sums.getOrDefault(key, new long[0]))));
        return Coverage.of(all);
    }

    /**
     * Reads files of runs.
     *
     * @param filesAndFolders files, and folders in which files are looked for whose names end with {@link #RUN_FILE}, also
     *     in the folders below
     * @throws IOException if one cannot be read, or holds something else
     */
    public static RunReport read(Collection<Path> filesAndFolders) throws IOException {
        RunReport report = readWhole(filesAndFolders, test -> true);
        if (!report.problems.isEmpty()) {
            throw new IOException(report.problems.get(0));
        }
        return report;
    }

    /**
     * As {@link #read(Collection)}, without the tests that are not to be kept, such as those that are gone since, and as far
     * as the files can be read: the rest are {@link #problems()}.
     *
     * @throws IOException if a folder cannot be read
     */
    public static RunReport readWhole(Collection<Path> filesAndFolders, Predicate<TestedBy> kept) throws IOException {
        Map<String, Known> definitions = new HashMap<>();
        Map<String, RecordedTest> tests = new HashMap<>();
        RecordedMutations mutations = new RecordedMutations();
        List<String> problems = new ArrayList<>();
        Set<Path> superseded = new LinkedHashSet<>(files(filesAndFolders));
        for (Path path : superseded) {
            try (RunFile file = RunFile.open(path)) {
                for (RunFile.Entry entry = file.next(); entry != null; entry = file.next()) {
                    RecordedTest test = entry.test();
                    if (entry.mutation() != null) {
                        mutations.add(entry.mutation(), path);
                    } else if (test == null) {
                        Known known = new Known(
                                Objects.requireNonNull(entry.definition()), Objects.requireNonNull(entry.place()));
                        definitions.merge(known.outline().key(), known, RunReport::betterKnown);
                    } else if (kept.test(test.by())) {
                        tests.merge(test.identity(), test, RecordedTest::later);
                    }
                }
            } catch (IOException broken) {
                problems.add(String.valueOf(broken.getMessage()));
            }
        }
        List<ReportPage> pages = ReportPage.of(tests.values());
        for (ReportPage page : pages) {
            page.parts().forEach(part -> superseded.remove(part.executions().file()));
        }
        return new RunReport(definitions, pages, mutations, superseded, problems);
    }

    private static List<Path> files(Collection<Path> filesAndFolders) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path given : filesAndFolders) {
            if (Files.isDirectory(given)) {
                try (Stream<Path> below = Files.walk(given)) {
                    below.filter(file -> file.getFileName().toString().endsWith(RUN_FILE))
                            .sorted()
                            .forEach(files::add);
                }
            } else {
                files.add(given);
            }
        }
        return files;
    }

    /** Where one machine knew the file's path in the repository, and another only its name. */
    private static Known betterKnown(Known one, Known other) {
        String first = one.outline().file();
        String second = other.outline().file();
        int longer = Integer.compare(first.length(), second.length());
        return (longer != 0 ? longer : first.compareTo(second)) >= 0 ? one : other;
    }

    /** What all the tests together took. */
    public Coverage coverage() {
        return coverage;
    }

    /** What became of the mutants of the definitions; empty if the tests were not run with mutants. */
    public MutationScore mutation() {
        return new MutationScore(mutants.definitions().stream()
                .filter(DefinitionMutation::wasRun)
                .toList());
    }

    /** The mutants of the definitions, those included with which no test was run yet. */
    public MutationScore mutants() {
        return mutants;
    }

    /** The tests, by their groups and names; explorations are none. */
    public List<TestedBy> testedBy() {
        return tests.stream()
                .filter(test -> !test.isExploration())
                .map(RecordedTest::by)
                .toList();
    }

    /** What all the tests together took of the definitions that the tests of some files executed. */
    public Coverage coverageOfFiles(Predicate<Path> files) {
        Set<String> used = new HashSet<>();
        for (RecordedTest test : tests) {
            if (files.test(test.executions().file())) {
                used.addAll(test.hits().keySet());
            }
        }
        return Coverage.of(coverage.definitions().stream()
                .filter(definition -> used.contains(definition.outline().key()))
                .toList());
    }

    /** How many tests there are; explorations are none. */
    public int size() {
        return testedBy().size();
    }

    /** The files of which no test counts: each of their tests was run again later, or is gone. */
    public List<Path> superseded() {
        return superseded;
    }

    /** Why files, or what follows a line of a file, were not read; a sentence each. */
    public List<String> problems() {
        return problems;
    }

    /** What has a page: tests and explorations. */
    List<RecordedTest> tests() {
        return tests;
    }

    /** The pages of {@link #tests()}, in the same order. */
    List<ReportPage> pages() {
        return pages;
    }

    /** All that was written down of a definition of the coverage. */
    JsonNode definition(String key) throws IOException {
        Known known = definitions.get(key);
        if (known == null) {
            throw new IllegalArgumentException("No test executes " + key);
        }
        RunFile.Place place = known.place();
        byte[] line = new byte[place.length()];
        try (RandomAccessFile file = new RandomAccessFile(place.file().toFile(), "r")) {
            file.seek(place.offset());
            file.readFully(line);
        }
        return JSON.readTree(line).path("definition");
    }

    /**
     * Writes the pages ({@code index.html}), the diagrams, and the coverage in each of its forms into a folder.
     *
     * @param folder is made where there is none; files of the same names are written anew
     * @throws IOException if something cannot be written
     */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (CoverageFormat format : CoverageFormat.values()) {
            Files.writeString(folder.resolve(format.fileName()), format.text(coverage));
        }
        Path file = folder.resolve(StrykerReport.FILE_NAME);
        MutationScore mutation = mutation();
        if (mutation.isEmpty()) {
            Files.deleteIfExists(file);
        } else {
            Files.writeString(file, stryker(mutation));
        }
        new HtmlReport(this).write(folder);
    }

    private String stryker(MutationScore mutation) throws IOException {
        Map<String, String> names = new HashMap<>();
        tests.forEach(test ->
                names.put(test.by().id(), test.by().group() + " " + test.by().name()));
        Map<String, String> texts = new HashMap<>();
        for (DefinitionMutation definition : mutation.definitions()) {
            String key = definition.outline().key();
            List<String> lines = new ArrayList<>();
            definition(key).path("text").forEach(line -> lines.add(line.asText()));
            texts.put(key, String.join("\n", lines));
        }
        return StrykerReport.text(mutation, key -> texts.getOrDefault(key, ""), names);
    }
}
