package io.github.asltestkit.internal.expression.jsonata;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.asltestkit.internal.expression.EvaluationException;
import io.github.asltestkit.internal.expression.ExpressionSyntaxException;
import io.github.asltestkit.internal.expression.TestScope;
import io.github.asltestkit.internal.json.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Our JSONata is JSONata: some five thousand facts about its own implementation, and the few that differ, with the reason. */
class JsonataFactsTest {
    private static final String ARROW = "  =>  ";

    private final TestScope scope = TestScope.of(input());

    private static JsonNode input() {
        try {
            return new ObjectMapper().readTree(text("input.json"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(String name) throws IOException {
        try (InputStream stream = JsonataFactsTest.class.getResourceAsStream("/jsonata/" + name)) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String[]> rows(String name) throws IOException {
        return text(name)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(ARROW, -1))
                .toList();
    }

    @Test
    void answers_what_jsonata_answers() throws IOException {
        List<String[]> facts = rows("facts.txt");

        List<String> wrong = facts.stream()
                .filter(fact -> !isAnswer(answer(fact[0]), fact[1]))
                .map(fact -> fact[0] + ARROW + fact[1] + ", but was " + answer(fact[0]))
                .toList();

        assertThat(facts).hasSizeGreaterThan(5000);
        assertThat(wrong).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> differs_only_where_it_is_written_down() throws IOException {
        return rows("differences.txt").stream()
                .map(row -> DynamicTest.dynamicTest(row[0] + ": " + row[3], () -> {
                    assertThat(isAnswer(answer(row[0]), row[2]))
                            .as("ours: %s", answer(row[0]))
                            .isTrue();
                    assertThat(isAnswer(answer(row[0]), row[1])).as("JSONata's").isFalse();
                }));
    }

    private String answer(String expression) {
        try {
            return JsonataTemplate.compile(TextNode.valueOf("{% " + expression + " %}"), "Output")
                    .evaluate(scope)
                    .toString();
        } catch (EvaluationException | ExpressionSyntaxException failed) {
            return "!" + failed.getMessage();
        }
    }

    private static boolean isAnswer(String answer, String expected) {
        if (expected.equals("undefined")) {
            return answer.contains("returned nothing (undefined)");
        }
        if (expected.equals("function")) {
            return answer.contains("unsupported result type");
        }
        if (expected.startsWith("!")) {
            // A text that does not parse is reported without the code, as Step Functions does.
            boolean unparsed =
                    expected.startsWith("!S0") && !answer.contains("evaluation") && !answer.contains("returned");
            return answer.startsWith("!") && (unparsed || answer.contains(expected.substring(1)));
        }
        return !answer.startsWith("!") && isSame(json(answer), json(expected));
    }

    private static JsonNode json(String text) {
        try {
            return JsonText.parse(text);
        } catch (IOException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** Numbers by their value: 1E+21 is 1e21. */
    private static boolean isSame(JsonNode one, JsonNode other) {
        return one.equals(
                (left, right) -> left.isNumber() && right.isNumber()
                        ? Double.compare(left.doubleValue(), right.doubleValue())
                        : left.equals(right) ? 0 : 1,
                other);
    }
}
