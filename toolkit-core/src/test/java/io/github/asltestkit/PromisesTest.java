package io.github.asltestkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each sentence of docs/promises.md names a test that there is. */
class PromisesTest {
    private static final Path DOCS = Path.of("..", "docs").toAbsolutePath().normalize();
    private static final Pattern TEST = Pattern.compile("\\[(\\w+)]\\(([^)]+\\.java)\\)");

    static Stream<String> promises() throws IOException {
        return Files.readAllLines(DOCS.resolve("promises.md")).stream()
                .filter(line -> line.startsWith("| "))
                .filter(line -> !line.equals("| promise | test |"));
    }

    @ParameterizedTest
    @MethodSource("promises")
    void each_promise_names_tests_that_there_are(String promise) {
        List<MatchResult> tests = TEST.matcher(promise).results().toList();

        assertThat(tests).as(promise).isNotEmpty();
        assertThat(tests)
                .allSatisfy(test -> assertThat(read(DOCS.resolve(test.group(2))))
                        .containsPattern("(?m)^    void " + test.group(1) + "\\("));
    }

    @Test
    void all_that_stands_on_the_page_is_a_promise_in_a_table() throws IOException {
        assertThat(Files.readAllLines(DOCS.resolve("promises.md")).stream()
                        .skip(3)
                        .filter(line -> !line.isEmpty() && !line.startsWith("|") && !line.startsWith("## ")))
                .isEmpty();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
