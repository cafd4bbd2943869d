package io.github.asltestkit.internal.expression.jsonata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.asltestkit.internal.expression.EvaluationException;
import io.github.asltestkit.internal.expression.Expression;
import io.github.asltestkit.internal.expression.ExpressionSyntaxException;
import io.github.asltestkit.internal.expression.Scope;
import io.github.asltestkit.internal.json.JsonText;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonataTest {
    private static final String INPUT = """
            {"n": 3, "half": 0.5, "none": null, "text": "abc", "flag": true, "empty": [], "one": [1],
             "list": [3, 1, 2], "items": [{"sku": "a", "price": 10, "tags": ["x", "y"]},
                                          {"sku": "b", "price": 20, "tags": ["y"]},
                                          {"sku": "c", "price": 5, "tags": []}],
             "big": 9007199254740993, "deep": {"a": {"b": {"c": 1}}}}""";

    private static JsonNode json(String text) {
        try {
            return JsonText.parse(text);
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException(text, notJson);
        }
    }

    private record Seen(JsonNode input, long seed) implements Scope {
        @Override
        public JsonNode context() {
            return json("{\"Execution\": {\"Name\": \"e\"}}");
        }

        @Override
        public @Nullable JsonNode variable(String name) {
            return variables().get(name);
        }

        @Override
        public Map<String, JsonNode> variables() {
            return Map.of("rate", json("2"));
        }

        @Override
        public @Nullable JsonNode result() {
            return null;
        }

        @Override
        public @Nullable JsonNode errorOutput() {
            return null;
        }

        @Override
        public Instant now() {
            return Instant.parse("2024-01-01T00:00:00Z");
        }

        @Override
        public RandomGenerator random() {
            return new Random(seed);
        }
    }

    private static JsonNode evaluate(String expression) {
        return JsonataTemplate.compile(TextNode.valueOf("{% " + expression + " %}"), "Output")
                .evaluate(new Seen(json(INPUT), 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "$states.input.n => 3",
                "$states.input.none => null",
                "$states.input.half * 4 => 2",
                "$states.input.n / 2 => 1.5",
                "7 % 4 => 3",
                "-$states.input.n => -3",
                "0.1 + 0.2 => 0.30000000000000004",
                "6 / 3 => 2",
                "$rate + 1 => 3",
                "$states.context.Execution.Name => \"e\"",
                "$states.input.empty => []",
                "$states.input.one => [1]",
                "$states.input.list[0] => 3",
                "$states.input.list[-1] => 2",
                "$states.input.list[[0..1]] => [3,1]",
                "$states.input.items.price => [10,20,5]",
                "$states.input.items[price > 8].sku => [\"a\",\"b\"]",
                "$states.input.items[price > 15].sku => \"b\"",
                "[$states.input.items[price > 15].sku] => [\"b\"]",
                "$states.input.items[sku = 'a'].tags => [\"x\",\"y\"]",
                "$states.input.items.tags => [\"x\",\"y\",\"y\"]",
                "$sum($states.input.items.price) => 35",
                "$average($states.input.list) => 2",
                "$max($states.input.list) => 3",
                "$count($states.input.items) => 3",
                "$count($states.input.nothing) => 0",
                "$sort($states.input.list) => [1,2,3]",
                "$reverse($states.input.list) => [2,1,3]",
                "$append($states.input.list, 4) => [3,1,2,4]",
                "$distinct([1, 1, 2]) => [1,2]",
                "$map($states.input.list, function($v, $i) { $v * $i }) => [0,1,4]",
                "$filter($states.input.list, function($v) { $v > 1 }) => [3,2]",
                "$reduce($states.input.list, function($a, $v) { $a + $v }, 10) => 16",
                "$single($states.input.list, function($v) { $v = 3 }) => 3",
                "$zip([1, 2], [3, 4]) => [[1,3],[2,4]]",
                "$keys($states.input.deep) => \"a\"",
                "$lookup($states.input, 'n') => 3",
                "$merge([{'a': 1}, {'b': 2}]) => {\"a\":1,\"b\":2}",
                "$spread({'a': 1, 'b': 2}) => [{\"a\":1},{\"b\":2}]",
                "$each({'a': 1}, function($v, $k) { $k & $v }) => \"a1\"",
                "$exists($states.input.none) => true",
                "$exists($states.input.nothing) => false",
                "$type($states.input.none) => \"null\"",
                "$type($states.input.list) => \"array\"",
                "$states.input.deep.**.c => 1",
                "$states.input.deep.*.b.c => 1",
                "$states.input.items{sku: price} => {\"a\":10,\"b\":20,\"c\":5}",
                "$states.input.items^(price).sku => [\"c\",\"a\",\"b\"]",
                "$states.input.items^(>price)[0].sku => \"b\"",
                "$states.input.items#$i[$i = 1].sku => \"b\"",
                "$states.input ~> |deep|{'z': 1}, 'a'| ~> $lookup('deep') => {\"z\":1}",
                "'a' & 1 & true & null => \"a1truenull\"",
                "'b' in ['a', 'b'] => true",
                "1 = 1.0 => true",
                "1 < 2 and 'a' < 'b' => true",
                "$states.input.flag ? 'yes' : 'no' => \"yes\"",
                "$states.input.nothing ? 'yes' : 'no' => \"no\"",
                "($x := 5; $x + 1) => 6",
                "(function($n) { $n <= 1 ? 1 : $n * $f }) ~> $type() => \"function\"",
                "($f := function($n) { $n <= 1 ? 1 : $n * $f($n - 1) }; $f(10)) => 3628800",
                "$uppercase($states.input.text) => \"ABC\"",
                "$substring('hello', 1, 3) => \"ell\"",
                "$substringBefore('a-b', '-') => \"a\"",
                "$substringAfter('a-b', '-') => \"b\"",
                "$length('hello') => 5",
                "$trim('  a   b ') => \"a b\"",
                "$pad('7', -3, '0') => \"007\"",
                "$split('a,b', ',') => [\"a\",\"b\"]",
                "$join(['a', 'b'], '-') => \"a-b\"",
                "$contains('abc', /b./) => true",
                "$replace('abc', /b/, 'x') => \"axc\"",
                "$match('ab', /b/).index => 1",
                "$number('12.5') => 12.5",
                "$string({'a': 1}) => `\"{\\\"a\\\":1}\"`",
                "$boolean('') => false",
                "$not(false) => true",
                "$floor(2.7) => 2",
                "$ceil(2.1) => 3",
                "$round(2.5) => 2",
                "$abs(-4) => 4",
                "$power(2, 10) => 1024",
                "$sqrt(16) => 4",
                "$formatBase(255, 16) => \"ff\"",
                "$formatNumber(1234.5, '#,##0.00') => \"1,234.50\"",
                "$base64encode('abc') => \"YWJj\"",
                "$base64decode('YWJj') => \"abc\"",
                "$encodeUrlComponent('a b') => \"a%20b\"",
                "$fromMillis(0) => \"1970-01-01T00:00:00.000Z\"",
                "$toMillis('1970-01-01T00:00:01Z') => 1000",
                "$now() => \"2024-01-01T00:00:00.000Z\"",
                "$millis() => 1704067200000",
                "$partition([1, 2, 3], 2) => [[1,2],[3]]",
                "$range(1, 7, 3) => [1,4,7]",
                "$range(3, 1, -1) => [3,2,1]",
                "$hash('input data', 'MD5') => \"812f45842bc6d66ee14572ce20db8e86\"",
                "$parse('{\"a\": [1, null]}') => {\"a\":[1,null]}",
                "{'a': null} => {\"a\":null}",
                "[1, null] => [1,null]",
                "{'a': $states.input.nothing} => {}",
                "[$states.input.nothing] => []",
                "$assert(true, 'no') ~> $type() => \"undefined\""
            })
    void an_expression_yields_what_the_language_says(String expression, String expected) {
        if (expected.equals("\"undefined\"")) {
            assertThatThrownBy(() -> evaluate(expression)).isInstanceOf(EvaluationException.class);
        } else {
            assertThat(evaluate(expression)).hasToString(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"$eval('1')", "$notAFunction(1)", "'a' + 1", "$error('boom')", "$number('x')"})
    void what_goes_wrong_is_a_query_evaluation_error_at_its_field(String expression) {
        assertThatThrownBy(() -> evaluate(expression)).isInstanceOfSatisfying(EvaluationException.class, failed -> {
            assertThat(failed.error()).isEqualTo("States.QueryEvaluationError");
            assertThat(failed.location()).isEqualTo("Output");
            assertThat(failed.detail())
                    .startsWith("The JSONata expression '" + expression
                            + "' specified for the field 'Output' threw an error during evaluation. ");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "($f := function($n) { 1 + $f($n + 1) }; $f(0))",
                "($f := function($n) { $f($n + 1) }; $f(0))",
                "($double := function($s, $n) { $n = 0 ? $s : $double($s & $s, $n - 1) }; $double('xxxxxxxx', 40))",
                "$pad('x', 300000000)",
                "$count($range(1, 100000000000, 1))"
            })
    void an_endless_expression_ends_in_a_clear_error(String expression) {
        assertThatThrownBy(() -> evaluate(expression))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("threw an error during evaluation");
    }

    /** Forty times over, an object that holds another one twice: a kilobyte of memory, and 2^40 parts. */
    @ParameterizedTest
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    @ValueSource(
            strings = {
                "$a = $b",
                "$a != $b",
                "$a in [$b]",
                "[$a] = [$b]",
                "{'x': $a} = {'x': $b}",
                "$distinct([$a, $b])",
                "$count($a.**)",
                "$a ~> |**|{'z': 1}|",
                "[$a, $b]^(x)",
                "$a + 1",
                "$a > 1",
                "-$a",
                "$string($a)",
                "$zips = $zips"
            })
    void values_that_share_their_parts_are_bounded_before_they_are_compared_or_copied(String use) {
        StringBuilder expression = new StringBuilder("($a := 1; $b := 1; $zips := [1, 2]; ");
        for (int i = 0; i < 40; i++) {
            expression.append("$a := {'x': $a, 'y': $a}; $b := {'x': $b, 'y': $b}; $zips := $zip($zips, $zips); ");
        }
        assertThatThrownBy(() -> evaluate(expression + use + ")"))
                .isInstanceOf(EvaluationException.class)
                .hasMessageEndingWith("Expression evaluation memory limit exceeded: Check for excessive memory usage");
    }

    /** Each comparison is short, and all of them together are not. */
    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void large_values_are_compared_as_often_as_there_is_time() {
        assertThatThrownBy(() -> evaluate("($l := [1..100000].{'x': $}; $map([1..100000], function($i) { $l = $l }))"))
                .isInstanceOf(EvaluationException.class)
                .hasMessageEndingWith("Expression evaluation timeout: Check for infinite loop");
        assertThat(evaluate("($l := [1..1000].{'x': $}; $count($map([1..100], function($i) { $l = $l })))"))
                .hasToString("100");
    }

    @Test
    void nothing_is_not_null() {
        assertThatThrownBy(() -> evaluate("$states.input.nothing"))
                .hasMessageContaining(
                        "The JSONata expression '$states.input.nothing' specified for the field 'Output' returned"
                                + " nothing (undefined).");
    }

    @Test
    void a_function_is_no_result() {
        assertThatThrownBy(() -> evaluate("function($x) { $x }")).isInstanceOf(EvaluationException.class);
    }

    @Test
    void a_value_that_is_only_passed_on_is_the_same_value() {
        Seen seen = new Seen(json(INPUT), 1);

        JsonNode result = JsonataTemplate.compile(TextNode.valueOf("{%$states.input.items%}"), "Output")
                .evaluate(seen);

        assertThat(result).isSameAs(seen.input().get("items"));
        assertThat(evaluate("$states.input.big")).hasToString("9007199254740993");
    }

    @Test
    void only_text_that_is_wholly_between_the_delimiters_is_an_expression() {
        JsonNode template = json("[\"{% 1 %} \", \" {% 1 %}\", \"{%1%}\", {\"k\": \"{% 2 %}\"}, 3]");

        JsonNode result = JsonataTemplate.compile(template, "Output").evaluate(new Seen(json(INPUT), 1));

        assertThat(result).hasToString("[\"{% 1 %} \",\" {% 1 %}\",1,{\"k\":2},3]");
    }

    @Test
    void chance_comes_from_the_seed() {
        assertThat(evaluate("$random(42)").doubleValue()).isEqualTo(new Random(42).nextDouble());
        assertThat(evaluate("$random()")).isEqualTo(evaluate("$random()"));
        assertThat(evaluate("$uuid()")).isEqualTo(evaluate("$uuid()"));
    }

    @Test
    void one_compiled_expression_serves_many_threads() {
        Expression expression = JsonataTemplate.compile(
                TextNode.valueOf("{% $sum($map([1..20], function($v) { $v * $states.input.n })) %}"), "Output");

        List<Boolean> right = IntStream.range(0, 4_000)
                .parallel()
                .mapToObj(n -> expression
                                .evaluate(new Seen(json("{\"n\": " + n + "}"), n))
                                .longValue()
                        == 210L * n)
                .toList();

        assertThat(right).containsOnly(true);
    }

    @Test
    void text_that_is_no_jsonata_is_a_syntax_error_where_it_stands() {
        JsonNode template = json("{\"a\": {\"b\": [\"{% 1 + %}\"]}}");

        assertThatThrownBy(() -> JsonataTemplate.compile(template, "Output"))
                .isInstanceOfSatisfying(
                        ExpressionSyntaxException.class,
                        wrong -> assertThat(wrong.pointer()).isEqualTo("/a/b/0"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "$match('1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,', /^(.*?,){12}P/) => Expression evaluation timeout: Check for infinite loop",
                "$sum([1..900000]) => Expression evaluation memory limit exceeded: Check for excessive memory usage",
                "$pad('x', 300000000) => Expression evaluation memory limit exceeded: Check for excessive memory usage",
                "$range(1, 100000000, 1) => Expression evaluation memory limit exceeded: Check for excessive memory usage",
            })
    void what_takes_too_much_ends_in_the_words_of_step_functions(String expression, String ending) {
        assertThatThrownBy(() -> evaluate(expression))
                .hasMessageEndingWith("threw an error during evaluation: " + ending);
    }

    @Test
    void a_sum_of_two_hundred_terms_is_too_deep_for_step_functions() {
        assertThat(evaluate("1" + "+1".repeat(40)).intValue()).isEqualTo(41);
        assertThatThrownBy(() -> evaluate("1" + "+1".repeat(200)))
                .hasMessageEndingWith(
                        "threw an error during evaluation: Stack overflow error: Check for non-terminating"
                                + " recursive function. Consider rewriting as tail-recursive");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "$sum(['a']) => T0412: Argument 1 of function \"sum\" must be an array of \"numbers\"",
                "$abs('a') => T0410: Argument 1 of function \"abs\" does not match function signature",
                "$eval('1+1') => T1006: Attempted to invoke a non-function",
                "1 <= 'a' => T2009: The values 1 and \"a\" either side of operator \"<=\" must be of the same data type",
                "$formatNumber(20, '0,') => D3088: The sub-picture must not contain a 'grouping-separator' at the end of the integer part",
                "$formatInteger(1, '#') => D3130: Formatting or parsing an integer as a sequence starting with \"#\" is not supported by this implementation",
                "$replace('a', '', 'b') => D3010: Second argument of replace function cannot be an empty string",
                "$formatBase(1, 1) => D3100: The radix of the formatBase function must be between 2 and 36.  It was given 1",
            })
    void a_failure_is_told_in_the_words_of_jsonata(String expression, String ending) {
        assertThatThrownBy(() -> evaluate(expression))
                .hasMessageEndingWith("threw an error during evaluation. " + ending);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "$toMillis('13:45', '[H01]:[m01]') => 1704116700000",
                "$toMillis('5', '[D]') => 1704412800000",
                "$now() => \"2024-01-01T00:00:00.000Z\"",
                "$now('[X]-W[W01]-[F1]') => \"2024-W01-1\"",
                "$millis() => 1704067200000",
            })
    void today_is_the_day_of_the_virtual_clock(String expression, String expected) {
        assertThat(evaluate(expression)).isEqualTo(json(expected));
    }
}
