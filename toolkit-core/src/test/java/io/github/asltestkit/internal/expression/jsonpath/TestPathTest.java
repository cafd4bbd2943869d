package io.github.asltestkit.internal.expression.jsonpath;

import static io.github.asltestkit.internal.expression.TestScope.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.internal.expression.ExpressionSyntaxException;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestPathTest {
    private static final JsonNode DATA =
            json("{'sku': 'a', 'none': null, 'lines': [{'n': 1}, {'n': 20, 'x': true}], 'tags': [1, 2]}");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "$.sku | 'a'",
                "$ | {'sku':'a','none':null,'lines':[{'n':1},{'n':20,'x':true}],'tags':[1,2]}",
                "$.none | null",
                "$.lines[1].n | 20",
                "$['lines'][-1].n | 20",
                "$.lines[?(@.n > 10)] | [{'n':20,'x':true}]",
                "$.lines[?(@.n == 5)] | []",
                "$..n | [1,20]",
                "$.lines.length() | 2",
                "$.lines[*].x | [true]",
                "$.tags.append(9) | [1,2,9]",
            })
    void a_test_may_use_the_whole_syntax_of_the_library(String path, String expected) {
        JsonNode before = DATA.deepCopy();

        for (int i = 0; i < 2; i++) {
            assertThat(String.valueOf(TestPath.compile(path).read(DATA))).isEqualTo(String.valueOf(json(expected)));
        }

        assertThat(DATA).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$.no", "$.lines[5]", "$.sku[0]", "$.sku.x", "$.no[0:1]"})
    void what_is_not_there_is_null(String path) {
        assertThat(TestPath.compile(path).read(DATA)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sku", "$.[", "$.a[?(", "lines[0]"})
    void what_is_no_path_does_not_compile(String path) {
        assertThatThrownBy(() -> TestPath.compile(path)).isInstanceOf(ExpressionSyntaxException.class);
    }

    /** So the paths of a definition do not depend on the version of the library. */
    @Test
    void the_paths_of_a_definition_are_read_without_the_library() throws IOException, ReflectiveOperationException {
        try (URLClassLoader without = loader("json-path|json-smart|slf4j")) {
            assertThatThrownBy(() -> without.loadClass("com.jayway.jsonpath.JsonPath"))
                    .isInstanceOf(ClassNotFoundException.class);
            assertThat(without.loadClass(Definition.class.getName())
                            .getMethod("read")
                            .invoke(null))
                    .isEqualTo("[20]");
        }
    }

    @Test
    void the_library_is_loaded_without_a_complaint_of_slf4j() throws IOException, ReflectiveOperationException {
        PrintStream before = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (URLClassLoader fresh = loader("wiremock|logback|slf4j-simple")) {
            System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
            assertThat(fresh.loadClass(InTest.class.getName()).getMethod("read").invoke(null))
                    .isEqualTo("[20]");
        } finally {
            System.setErr(before);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(System.getProperty("slf4j.internal.verbosity")).isNull();
    }

    private static URLClassLoader loader(String left) throws MalformedURLException {
        Pattern out = Pattern.compile(left);
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!out.matcher(Path.of(entry).getFileName().toString()).find()) {
                urls.add(Path.of(entry).toUri().toURL());
            }
        }
        return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    /** Runs in a class loader of its own. */
    public static final class Definition {
        private Definition() {}

        /** A path that is read step by step. */
        public static String read() {
            return JsonPath.compile("$.lines[?(@.n > 10)].n")
                    .read(json("{'lines': [{'n': 1}, {'n': 20}]}"))
                    .toString();
        }
    }

    /** Runs in a class loader of its own. */
    public static final class InTest {
        private InTest() {}

        /** A path that the library reads. */
        public static String read() {
            return String.valueOf(
                    TestPath.compile("$.lines[?(@.n > 10)].n").read(json("{'lines': [{'n': 1}, {'n': 20}]}")));
        }
    }
}
