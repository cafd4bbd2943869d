package io.github.asltestkit.internal.expression.jsonata;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import io.github.asltestkit.internal.expression.TestScope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Expressions answer alike on machines of every locale: each in a JVM of its own, which reads its locale once. */
class LocaleTest {
    private static final List<String> EXPRESSIONS = List.of(
            "$uppercase('title')",
            "$lowercase('TITLE')",
            "$parseInteger('SIX', 'W')",
            "$parseInteger('xii', 'i')",
            "$formatInteger(6, 'W')",
            "$formatInteger(12, 'i')",
            "$formatInteger(1234567, '#,##0')",
            "$formatNumber(1234.5, '#,##0.00')",
            "$fromMillis(1522616700000, '[FN], [D1o] [MN] [Y] [H01]:[m01]')",
            "$fromMillis(1522616700000)",
            "$string(1234.5)",
            "$toMillis('2018-04-01T21:05:00.000Z')");

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "az-AZ", "lt-LT", "ar-EG", "th-TH-u-ca-buddhist", "hi-IN-u-nu-deva"})
    void expressions_answer_alike_in_the_locale(String locale) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Answers.class.getName(),
                        locale)
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(printed).isEqualTo(Answers.all());
    }

    /** What runs in the other JVM. */
    public static final class Answers {
        private Answers() {}

        /** Prints all answers in a locale. */
        public static void main(String[] locale) {
            Locale.setDefault(Locale.forLanguageTag(locale[0]));
            System.out.write(all().getBytes(StandardCharsets.UTF_8), 0, all().getBytes(StandardCharsets.UTF_8).length);
            System.out.flush();
        }

        private static String all() {
            StringBuilder answers = new StringBuilder();
            for (String expression : EXPRESSIONS) {
                answers.append(JsonataTemplate.compile(TextNode.valueOf("{% " + expression + " %}"), "Output")
                                .evaluate(TestScope.of("{}")))
                        .append('\n');
            }
            return answers.toString();
        }
    }
}
