package io.github.asltestkit.internal.expression.jsonata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.asltestkit.internal.expression.EvaluationException;
import io.github.asltestkit.internal.expression.Scope;
import io.github.asltestkit.internal.expression.TestScope;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plain expressions, beside the same in parentheses, which the library evaluates. */
class JsonataPlainTest {
    private static final List<String> NAMES = List.of("a", "b", "c d");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static Scope scope(JsonNode input, JsonNode known, @Nullable JsonNode result) {
        return TestScope.of(input)
                .withContext("{'State': {'Name': 'S'}}")
                .with("known", known)
                .withResult(result);
    }

    private static JsonNode tree(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 8 : 12)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(random.nextInt(-3, 1000));
            case 3 -> NODES.numberNode(random.nextLong());
            case 4 -> NODES.numberNode(random.nextDouble() * 1e3);
            case 5 -> NODES.numberNode((double) random.nextInt(5));
            case 6 -> NODES.textNode("t\"" + random.nextInt(5));
            case 7 -> random.nextBoolean() ? NODES.objectNode() : NODES.arrayNode();
            case 8 ->
                NODES.arrayNode()
                        .addAll(Stream.generate(() -> tree(random, depth - 1))
                                .limit(random.nextInt(3))
                                .toList());
            default -> {
                var object = NODES.objectNode();
                NAMES.forEach(name -> object.set(name, tree(random, depth - 1)));
                yield object;
            }
        };
    }

    private static String path(Random random) {
        List<String> starts =
                List.of("$states.input", "$states.input", "$states.result", "$known", "$other", "$states.context");
        StringBuilder path = new StringBuilder(starts.get(random.nextInt(starts.size())));
        for (int names = random.nextInt(4); names > 0; names--) {
            path.append('.').append(List.of("a", "b", "`c d`", "d", "State").get(random.nextInt(5)));
        }
        return path.toString();
    }

    private static String outcome(String expression, Scope scope) {
        try {
            return JsonataTemplate.compile(TextNode.valueOf("{% " + expression + " %}"), "Output")
                    .evaluate(scope)
                    .toString();
        } catch (EvaluationException failed) {
            return failed.getMessage();
        }
    }

    private static String outcomeOfLibrary(String expression, Scope scope) {
        return outcome("(" + expression + ")", scope).replace("(" + expression + ")", expression);
    }

    @Test
    void answers_as_the_library() {
        Random random = new Random(24);
        for (int i = 0; i < 20_000; i++) {
            JsonNode input = tree(random, 3);
            Scope scope = scope(input, tree(random, 2), random.nextBoolean() ? tree(random, 2) : null);
            String expression = random.nextBoolean()
                    ? path(random)
                    : "'x ' & " + path(random) + (random.nextBoolean() ? " & 'ü' & " + path(random) : "");

            assertThat(outcome(expression, scope))
                    .as("%s of %s", expression, scope)
                    .isEqualTo(outcomeOfLibrary(expression, scope));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"$states.input.a.b", "$known", "'text'", "'a' & $known.b & $states.input", "$states"})
    void is_plain(String expression) {
        assertThat(JsonataPlain.of(Jsonata.jsonata(expression))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$",
                "$$",
                "a.b",
                "$known[]",
                "$known.a[]",
                "$known[0]",
                "$known.a[b]",
                "$known.*",
                "$known.a.%.b",
                "$known.a@$v.b",
                "$known.a#$i.b",
                "$known.a{b: c}",
                "$known^(a)",
                "$known.(a)",
                "1",
                "-$known",
                "($known)",
                "$known + 1",
                "$known.'a'.$string()",
                "$sum($known)",
                "$known ~> $sum",
                "'a' & 1",
                "'a' & $sum($known)"
            })
    void is_not_plain(String expression) {
        assertThat(JsonataPlain.of(Jsonata.jsonata(expression))).isNull();
    }

    @Test
    void leaves_as_many_operands_as_are_too_deep_to_the_library() {
        String many =
                String.join(" & ", IntStream.range(0, 150).mapToObj(i -> "'a'").toList());

        assertThatThrownBy(() -> JsonataTemplate.compile(TextNode.valueOf("{% " + many + " %}"), "Output")
                        .evaluate(scope(NODES.nullNode(), NODES.nullNode(), null)))
                .hasMessageContaining("Stack overflow error");
    }

    @Test
    void joins_no_more_than_fits_in_memory() {
        JsonNode half = NODES.textNode("x".repeat(JsonataBounds.MAX_LENGTH / 2 + 1));

        assertThat(outcome("$known & $known", scope(NODES.nullNode(), half, null)))
                .contains("memory limit exceeded")
                .isEqualTo(outcomeOfLibrary("$known & $known", scope(NODES.nullNode(), half, null)));
    }
}
