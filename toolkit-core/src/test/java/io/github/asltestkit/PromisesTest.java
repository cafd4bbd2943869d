package io.github.asltestkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each sentence of docs/promises.md names a test that there is. */
class PromisesTest {
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    /** {@code SomeTest}, {@code SomeTest.method}, or {@code .method} of the class before. */
    private static final Pattern NAMED = Pattern.compile("`(\\w*)(?:\\.(\\w+))?`");

    static Stream<String> promises() throws IOException {
        return Files.readAllLines(PROJECT.resolve("docs/promises.md")).stream()
                .filter(line -> line.startsWith("| "))
                .filter(line -> !line.equals("| promise | test |"));
    }

    @ParameterizedTest
    @MethodSource("promises")
    void each_promise_names_a_test(String promise) {
        String[] columns = promise.split(" \\| ");
        Matcher named = NAMED.matcher(columns[columns.length - 1]);
        List<String> tests = new ArrayList<>();
        String source = "";
        while (named.find()) {
            source = named.group(1).isEmpty() ? source : source(named.group(1));
            String method = named.group(2);
            assertThat(source)
                    .as(named.group())
                    .containsPattern(method == null ? "@(Parameterized)?Test\\b" : "(?m)^    void " + method + "\\(");
            tests.add(named.group());
        }

        assertThat(tests).as(promise).isNotEmpty();
    }

    private static String source(String testClass) {
        try (Stream<Path> files = Files.find(
                PROJECT,
                20,
                (path, attributes) -> path.endsWith(testClass + ".java")
                        && path.toString().contains("src" + path.getFileSystem().getSeparator() + "test"))) {
            return Files.readString(files.findFirst().orElseThrow(() -> new AssertionError("no class " + testClass)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
