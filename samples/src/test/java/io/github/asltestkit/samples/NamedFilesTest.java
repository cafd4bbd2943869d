package io.github.asltestkit.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages for people who work on the project name tests that they can run. */
class NamedFilesTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern TEST = Pattern.compile("-Dtest=(\\w+)");

    @ParameterizedTest
    @ValueSource(strings = {"AGENTS.md", "CONTRIBUTING.md"})
    void each_test_that_a_page_runs_is_there(String page) throws IOException {
        List<String> named = TEST.matcher(Files.readString(ROOT.resolve(page)))
                .results()
                .map(result -> result.group(1))
                .toList();

        assertThat(named).isNotEmpty();
        assertThat(testClasses()).containsAll(named);
    }

    private static Set<String> testClasses() throws IOException {
        Set<String> classes = new TreeSet<>();
        for (String module : List.of("toolkit-core", "assertj-assertions", "junit-extension", "samples")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
                classes.addAll(files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith("Test.java"))
                        .map(name -> name.substring(0, name.length() - ".java".length()))
                        .collect(Collectors.toSet()));
            }
        }
        return classes;
    }
}
