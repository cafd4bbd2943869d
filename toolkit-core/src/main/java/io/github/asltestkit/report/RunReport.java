package io.github.asltestkit.report;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.asltestkit.coverage.Coverage;
import io.github.asltestkit.coverage.CoverageFormat;
import io.github.asltestkit.coverage.DefinitionCoverage;
import io.github.asltestkit.coverage.DefinitionOutline;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Tests and their executions, from any number of files that {@link RunRecorder}s wrote, on this machine or on others. Of
 * two runs of one test, the later counts; in which order files are read does not matter.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class RunReport {
    /** How the names of files end that hold runs. */
    public static final String RUN_FILE = ".runs.jsonl";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, JsonNode> definitions = new TreeMap<>();
    private final List<JsonNode> tests;
    private final List<Path> superseded;
    private final Map<String, DefinitionOutline> outlines = new LinkedHashMap<>();
    private final Coverage coverage;

    private RunReport(Map<String, JsonNode> definitions, Collection<JsonNode> tests, List<Path> superseded) {
        this.superseded = superseded;
        this.tests = new ArrayList<>(tests);
        this.tests.sort(
                Comparator.comparing((JsonNode test) -> test.path("group").asText())
                        .thenComparing(test -> test.path("name").asText())
                        .thenComparing(test -> test.path("id").asText()));
        for (JsonNode test : this.tests) {
            for (Map.Entry<String, JsonNode> used : test.path("hits").properties()) {
                JsonNode definition = definitions.get(used.getKey());
                if (definition != null) {
                    this.definitions.put(used.getKey(), definition);
                }
            }
        }
        this.definitions.forEach((key, json) -> outlines.put(key, DefinitionOutline.ofJson(json)));
        this.coverage = sum();
    }

    private Coverage sum() {
        Map<String, long[]> hits = new LinkedHashMap<>();
        outlines.forEach(
                (key, outline) -> hits.put(key, new long[outline.items().size()]));
        for (JsonNode test : tests) {
            for (Map.Entry<String, JsonNode> used : test.path("hits").properties()) {
                long[] sums = hits.get(used.getKey());
                if (sums != null) {
                    used.getValue()
                            .forEach(pair ->
                                    sums[pair.path(0).asInt()] += pair.path(1).asLong());
                }
            }
        }
        List<DefinitionCoverage> all = new ArrayList<>();
        hits.forEach((key, counts) -> {
            DefinitionOutline outline = outlines.get(key);
            if (outline != null) {
                all.add(new DefinitionCoverage(outline, counts));
            }
        });
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
        return read(filesAndFolders, test -> true);
    }

    /**
     * As {@link #read(Collection)}, without the tests that are not to be kept, such as those that are gone since.
     *
     * @throws IOException if a file cannot be read, or holds something else
     */
    public static RunReport read(Collection<Path> filesAndFolders, Predicate<TestedBy> kept) throws IOException {
        Map<String, JsonNode> definitions = new HashMap<>();
        Map<String, JsonNode> tests = new HashMap<>();
        Map<Path, Set<JsonNode>> read = new LinkedHashMap<>();
        for (Path file : files(filesAndFolders)) {
            Set<JsonNode> ofFile = Collections.newSetFromMap(new IdentityHashMap<>());
            read.put(file, ofFile);
            try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                int number = 1;
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    JsonNode json = parse(file, number++, line);
                    JsonNode test = json.path("test");
                    if (!test.isObject()) {
                        JsonNode definition = json.path("definition");
                        String key = DefinitionOutline.ofJson(definition).key();
                        definitions.merge(key, definition, RunReport::betterKnown);
                    } else if (kept.test(tested(test))) {
                        tests.merge(test.path("id").asText(), test, RunReport::later);
                        ofFile.add(test);
                    }
                }
            }
        }
        read.values().forEach(ofFile -> ofFile.retainAll(same(tests.values())));
        read.values().removeIf(ofFile -> !ofFile.isEmpty());
        return new RunReport(definitions, tests.values(), List.copyOf(read.keySet()));
    }

    private static Set<JsonNode> same(Collection<JsonNode> tests) {
        Set<JsonNode> same = Collections.newSetFromMap(new IdentityHashMap<>());
        same.addAll(tests);
        return same;
    }

    private static TestedBy tested(JsonNode test) {
        JsonNode failure = test.path("failure");
        return new TestedBy(
                test.path("id").asText(),
                test.path("group").asText(),
                test.path("name").asText(),
                TestedBy.Status.valueOf(test.path("status").asText()),
                failure.isTextual() ? failure.asText() : null,
                test.path("finished").asLong());
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

    private static JsonNode parse(Path file, int number, String line) throws IOException {
        JsonNode json;
        try {
            json = JSON.readTree(line);
        } catch (JsonProcessingException broken) {
            throw new IOException(file + ":" + number + ": no line of a file of runs", broken);
        }
        if (!json.has("definition") && !json.has("test")) {
            throw new IOException(file + ":" + number + ": no line of a file of runs");
        }
        return json;
    }

    private static JsonNode later(JsonNode one, JsonNode other) {
        int order = Long.compare(
                one.path("finished").asLong(), other.path("finished").asLong());
        int tie = order != 0 ? order : one.toString().compareTo(other.toString());
        return tie >= 0 ? one : other;
    }

    /** Where one machine knew the file's path in the repository, and another only its name. */
    private static JsonNode betterKnown(JsonNode one, JsonNode other) {
        String first = one.path("file").asText();
        String second = other.path("file").asText();
        int longer = Integer.compare(first.length(), second.length());
        return (longer != 0 ? longer : first.compareTo(second)) >= 0 ? one : other;
    }

    /** What all the tests together took. */
    public Coverage coverage() {
        return coverage;
    }

    /** How many tests there are. */
    public int size() {
        return tests.size();
    }

    /** The files of which no test counts: each of their tests was run again later, or is gone. */
    public List<Path> superseded() {
        return superseded;
    }

    List<JsonNode> tests() {
        return tests;
    }

    /** What is known of the definition with a key; null where nothing is. */
    @Nullable
    JsonNode definition(String key) {
        return definitions.get(key);
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
        new HtmlReport(this).write(folder);
    }
}
