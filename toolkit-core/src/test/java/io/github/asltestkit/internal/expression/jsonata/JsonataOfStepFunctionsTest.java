package io.github.asltestkit.internal.expression.jsonata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.asltestkit.internal.expression.EvaluationException;
import io.github.asltestkit.internal.expression.ExpressionSyntaxException;
import io.github.asltestkit.internal.expression.TestScope;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Step Functions answers other than JSONata's own implementation, as measured on AWS (K02 to K05). */
class JsonataOfStepFunctionsTest {
    private static final TestScope SCOPE = TestScope.of("{'id': 1234567890123456789, 'p53': 9007199254740993, 'huge':"
            + " 9223372036854775808, 'text': '" + "x".repeat(20_000) + "'}");

    private static JsonNode evaluate(String expression) {
        return JsonataTemplate.compile(TextNode.valueOf("{% " + expression + " %}"), "Output")
                .evaluate(SCOPE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1/0 | \"Infinity\"",
                "-1/0 | \"-Infinity\"",
                "0/0 | \"NaN\"",
                "5 % 0 | \"NaN\"",
                "1e308*10 | \"Infinity\"",
                "-1e308-1e308 | \"-Infinity\"",
                "1e308+1e308 | \"Infinity\"",
                "[1/0, 2] | [\"Infinity\",2]",
                "{'k': 1/0} | {\"k\":\"Infinity\"}",
                "1/0 > 5 | true",
                "$floor(1/0) | \"Infinity\"",
                "$parseInteger('abc', '0') | \"NaN\"",
                "($half := function($x) { $x / 2 }; $half(9)) | 4.5",
                "7 - 2 - 1 | 4",
                "[3,4].(12 / $) | [4,3]",
            })
    void numbers_leave_the_range_by_name(String expression, String expected) {
        assertThat(evaluate(expression)).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1/0 + 1 | D1001: Number out of range: Infinity",
                "0/0 * 2 | T2001: The left side of the \"*\" operator must evaluate to a number",
                "2 / 'x' | T2002: The right side of the \"/\" operator must evaluate to a number",
            })
    void nothing_is_reckoned_with_a_number_that_is_none(String expression, String words) {
        assertThatThrownBy(() -> evaluate(expression)).hasMessageEndingWith(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "$partition([1,2,3]) | [[1,2,3]]",
                "$partition([1,2,3], $nothing) | [[1,2,3]]",
                "$partition([], $nothing) | [[]]",
                "$partition([1,2,3], 2.9) | [[1,2],[3]]",
                "$partition([1], 1) | [[1]]",
                "$range(3,3,1) | 3",
                "[$range(3,3,1)] | [3]",
                "[$range(3,0,1)] | []",
                "$range(-1.7,2,1) | [-1,0,1,2]",
                "$range(-2.9,0,1) | [-2,-1,0]",
                "$range(5,1,-1.5) | [5,4,3,2,1]",
                "$parse(\"{'a': 1}\") | {\"a\":1}",
                "$parse(\"['x']\") | [\"x\"]",
                "$parse('1.0') | 1",
                "$parse('9223372036854775807') | 9223372036854775807",
                "$hash('a', 'MD5') | \"0cc175b9c0f1b6a831c399e269772661\"",
            })
    void the_functions_of_step_functions_answer_as_measured(String expression, String expected) {
        assertThat(evaluate(expression)).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$partition([], 2)",
                "$partition([1], 0)",
                "$partition([1], 0.5)",
                "$partition([1], -0.5)",
                "$range(5,1,1)",
                "$range(1,5,0)",
                "$range(1,5,0.49)",
                "$range(1,5)",
                "$range($nothing,5,1)",
                "$range(1,$nothing,1)",
                "$range(1,5,$nothing)",
                "$parse($nothing)",
                "$hash('a')",
            })
    void a_function_answers_nothing(String expression) {
        assertThatThrownBy(() -> evaluate(expression)).hasMessageEndingWith("returned nothing (undefined).");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$partition([1], -1) | D3137: Second argument must be zero or greater",
                "$partition('x', 2) | T0412: Argument 1 of function \"partition\" must be an array of undefined",
                "$partition(null, 2) | T0412: Argument 1 of function \"partition\" must be an array of undefined",
                "$partition([1], '2') | T0410: Argument 2 of function \"partition\" does not match function signature",
                "$range(1) | T0410: Argument 2 of function \"range\" does not match function signature",
                "$range(1,2,3,4) | T0410: Argument 4 of function \"range\" does not match function signature",
                "$parse('') | D3137: Invalid JSON",
                "$parse('1e400') | D3137: Invalid JSON",
                "$parse('{} {}') | D3137: Invalid JSON",
                "$hash('a', 'sha-256') | D3137: Hash algorithm 'sha-256' must be one of SHA-1, SHA-384, SHA-256, SHA-512, MD5",
                "$hash('a', $nothing) | D3137: Hash algorithm 'null' must be one of SHA-1, SHA-384, SHA-256, SHA-512, MD5",
                "$hash() | T0410: Argument 1 of function \"hash\" does not match function signature",
                "$formatNumber(1, 'x') | D3086: The sub-picture must not contain a passive character that is preceded by an active character and that is followed by another active character",
            })
    void a_function_refuses_what_it_cannot_take(String expression, String words) {
        assertThatThrownBy(() -> evaluate(expression)).hasMessageEndingWith(". " + words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$string($states.input.id) | 1234567890123456789",
                "$string($states.input.p53) | 9007199254740993",
                "$string($states.input.huge) | 9223372036854776000",
                "$string(999999999999999868928) | 999999999999999900000",
                "$string(1e21) | 1e+21",
                "$string(1.7976931348623157e308) | 1.7976931348623157e+308",
                "$string(0.6666666666666666) | 0.666666666666666",
                "$string(-0.6666666666666666) | -0.666666666666667",
                "$string(123456789012345.5) | 123456789012345",
                "$string(1234567890123456.7) | 1.23456789012345e+15",
                "$string(100.0000000000001) | 1e+2",
                "$string(0.1 + 0.2) | 0.3",
                "$string(0.0000015) | 0.0000015",
                "$string(0.00000015) | 1.5e-7",
                "$string({'n': 1e20}) | {\"n\":100000000000000000000}",
                "$string([$uppercase, 1]) | [\"\",1]",
                "'id-' & $states.input.huge | id-9223372036854776000",
                "'' & (2/3) | 0.666666666666666",
                "$decodeUrlComponent('a+b%2Bc%20d') | a b+c d",
                "$decodeUrlComponent('%E6') | \uFFFD",
                "$fromMillis(0, '[H01]', 'utc') | 00",
                "$now('[Z]', 'utc') | +00:00",
                "$replace('aaa', 'a', 'b', 2.5) | bba",
                "$base64decode('YW\\nJj') | abc",
                "$fromMillis(0, '[MNn,3]') | January",
            })
    void a_text_comes_out_as_measured(String expression, String expected) {
        assertThat(evaluate(expression).textValue()).isEqualTo(expected);
    }

    @Test
    void a_text_within_JSON_escapes_what_has_a_short_escape_only() {
        assertThat(evaluate("$string(['\\t\\b\\f\\r\\n\\\"\\\\', '\\u0001\\u2028/'])")
                        .textValue())
                .isEqualTo("[\"\\t\\b\\f\\r\\n\\\"\\\\\",\"\u0001\u2028/\"]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$toMillis('99-01-02', '[Y01]-[M01]-[D01]') | 915235200000",
                "$toMillis('1970-01-01 00:00:00.5', '[Y]-[M]-[D] [H]:[m]:[s].[f]') | 500",
                "$toMillis('25', '[f]') | 250",
            })
    void a_date_is_read_as_JSONata_reads_it(String expression, long expected) {
        assertThat(evaluate(expression).longValue()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "($x := 5; $x(1)) | T1006: Attempted to invoke a non-function",
                "$none() | T1006: Attempted to invoke a non-function",
                "$states() | T1006: Attempted to invoke a non-function",
                "$states.input.text() | T1006: Attempted to invoke a non-function",
                "$states.input.(text(1)) | T1006: Attempted to invoke a non-function",
                "$states.context.Execution() | T1006: Attempted to invoke a non-function",
                "($f := function($x) {$x()}; $f(1)) | T1006: Attempted to invoke a non-function",
                "($f := function($x) {$x()}; $f($none)) | T1006: Attempted to invoke a non-function",
                "($f := function($n) {$n = 0 ? 1 : $none($n - 1)}; $f(3)) | T1006: Attempted to invoke a non-function",
                "(function() {$eval('1')})() | T1006: Attempted to invoke a non-function",
                "$map([1], function($x) {$x()}) | T1006: Attempted to invoke a non-function",
                "1 ~> $none | T2006: The right side of the function application operator ~> must be a function",
                "($c := $sum ~> $none; $c([1])) | T2006: The right side of the function application operator ~> must be a function",
                "$none(?, 1) | T1008: Attempted to partially apply a non-function",
            })
    void what_is_called_and_no_function_fails_without_a_line_on_standard_output(String expression, String problem) {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            assertThatThrownBy(() -> evaluate(expression)).hasMessageContaining(problem);
        } finally {
            System.setOut(before);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$states.input[0,1] | Expected \"]\", got \",\"",
                "} | The symbol \"}\" cannot be used as a unary operator",
                "{'a' 1} | Expected \":\", got 1",
                "[1;2] | Expected \"]\", got \";\"",
            })
    void a_syntax_error_has_the_quotation_marks_of_JSONata(String expression, String words) {
        assertThatThrownBy(() -> evaluate(expression))
                .isInstanceOf(ExpressionSyntaxException.class)
                .hasMessage(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "($a := [1..1000]; $b := [1..1000].[$a]; $c := [1..1000].[$b]; $c)",
                "($a := [1..1000]; $b := [1..1000].[$a]; $c := [1..1000].[$b]; $string($c))",
                "($d := function($x, $n) { $n = 0 ? $x : $d({'a': $x, 'b': $x}, $n - 1) }; $d({'a': 1}, 20))",
                "$replace($states.input.text, 'x', $states.input.text)",
                "$replace($states.input.text, /x/, $states.input.text)",
                "$replace($states.input.text, /(x+)/, '$1$1$1$1$1$1$1$1$1$1' & $pad('', 4000, '$1'))",
            })
    void a_value_that_grows_too_large_ends_the_evaluation(String expression) {
        assertThatThrownBy(() -> evaluate(expression))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("memory limit exceeded");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$map([1..100000], function($i) { $contains($states.input.text, 'y') })",
                "$map([1..100000], function($i) { $length($states.input.text) })"
            })
    void functions_over_large_texts_end_by_what_they_read(String expression) {
        assertThatThrownBy(() -> evaluate(expression))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("Expression evaluation timeout");
    }
}
