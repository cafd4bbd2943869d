package io.github.asltestkit.internal.expression.jsonpath;

import static io.github.asltestkit.internal.expression.TestScope.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.asltestkit.internal.expression.EvaluationException;
import io.github.asltestkit.internal.expression.ExpressionSyntaxException;
import io.github.asltestkit.internal.expression.TestScope;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntrinsicExpressionTest {
    private static final TestScope SCOPE =
            TestScope.of("{'s': 'text', 'n': 2.5, 'o': {'a': 1, 'b': []}, 'list': [1, 2, 3],"
                    + " 'objects': [{'a': 1, 'b': 2}], 'swapped': {'b': 2, 'a': 1}, 'texts': ['true', '7'], 'template': '<{}>',"
                    + " 'nothing': null, 'empty': [], 'doc': '{\\\"k\\\": 1}'}");

    private static JsonNode evaluate(String text) {
        return IntrinsicExpression.compile(text).evaluate(SCOPE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "States.Format('Hello {}', $.s) | 'Hello text'",
                "States.Format('{}/{}/{}', 1, true, null) | '1/true/null'",
                "States.Format('\\{\\} {} \\\\', $.n) | '{} 2.5 \\\\'",
                "States.Format($.template, $.o) | '<{a=1, b=[]}>'",
                "States.Format('{}', States.StringToJson($.doc)) | '{\\\"k\\\":1}'",
                "States.Format('none') | 'none'",
                "States.StringToJson($.doc) | {'k':1}",
                "States.StringToJson('') | null",
                "States.StringToJson(' {\"a\": 1.50} ') | {'a':1.50}",
                "States.JsonToString($.o) | '{\\\"a\\\":1,\\\"b\\\":[]}'",
                "States.JsonToString('x') | '\\\"x\\\"'",
                "States.Array() | []",
                "States.Array( 42 , true,null,  'a, (b)' , $.o.a) | [42,true,null,'a, (b)',1]",
                "States.Array(1, States.Array(2, 3)) | [1,[2,3]]",
                "States.Array(1.5, -2, 1e2) | [1.5,-2,1E+2]",
                "States.ArrayPartition($.list, 2) | [[1,2],[3]]",
                "States.ArrayPartition($.empty, 2) | []",
                "States.ArrayPartition($.list, 2.9) | [[1,2],[3]]",
                "States.ArrayContains($.list, 2) | true",
                "States.ArrayContains($.list, 2.0) | true",
                "States.ArrayContains($.list, '9') | false",
                "States.ArrayContains($.texts, true) | true",
                "States.ArrayContains($.texts, 7) | true",
                "States.ArrayContains($.objects, $.swapped) | false",
                "States.ArrayContains($.objects, $.objects[0]) | true",
                "States.ArrayRange(1, 9, 2) | [1,3,5,7,9]",
                "States.ArrayRange(5, 1, -2) | [5,3,1]",
                "States.ArrayRange(5, 1, 1) | []",
                "States.ArrayRange(1, 5, -1) | []",
                "States.ArrayRange(3, 3, -1) | [3]",
                "States.ArrayRange(1.6, 1.4, 1) | [1]",
                "States.ArrayRange(5.4, -0.6, -2.4) | [5,3,1]",
                "States.ArrayGetItem($.list, 1) | 2",
                "States.ArrayGetItem($.list, 1.9) | 2",
                "States.ArrayGetItem($.empty, 999) | null",
                "States.ArrayLength($.list) | 3",
                "States.ArrayUnique(States.Array(1, 1, 2, 2, 3)) | [1,2,3]",
                "States.ArrayUnique(States.Array(true, false, true)) | [false,true]",
                "States.ArrayUnique(States.Array($.objects[0], $.swapped)) | [{'a':1,'b':2}]",
                "States.ArrayUnique(States.Array(States.Array(1, 2), States.Array(1, 2), States.Array(2, 1))) | [[2,1],[1,2]]",
                "States.Base64Encode('Data to encode') | 'RGF0YSB0byBlbmNvZGU='",
                "States.Base64Decode('RGF0YSB0byBlbmNvZGU=') | 'Data to encode'",
                "States.Base64Decode(' YWJj ZA== ') | 'abcd'",
                "States.Base64Decode('YWI') | 'ab'",
                "States.Hash('hello', 'MD5') | '5d41402abc4b2a76b9719d911017c592'",
                "States.JsonMerge($.o, $.swapped, false) | {'a':1,'b':2}",
                "States.MathAdd(1.5, -0.5) | 2",
                "States.MathAdd(-1.5, -2.5) | -3",
                "States.MathAdd(2147483646, 1) | 2147483647",
                "States.StringSplit('1+2,3.4,,5', '.+,') | ['1','2','3','4','5']",
                "States.StringSplit('abc', '') | ['abc']",
                "States.StringSplit('', ',') | []",
            })
    void a_function_yields_what_aws_was_seen_to_yield(String text, String expected) {
        assertThat(evaluate(text)).isEqualTo(json(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "States.Format('{} {}', $.s) | States.Format: number of arguments do not match the occurrences of {}.",
                "States.Format('{}', 1, 2) | States.Format: number of arguments do not match the occurrences of {}.",
                "States.Format($.n) | States.Format",
                "States.StringToJson($.o) | States.StringToJson",
                "States.JsonToString() | States.JsonToString: only a single argument is allowed.",
                "States.JsonToString(1, 2) | States.JsonToString: only a single argument is allowed.",
                "States.Array(States.Array(1), States.MathAdd(1)) | States.MathAdd",
                "States.ArrayPartition($.list, 0.6) | States.ArrayPartition",
                "States.ArrayPartition($.s, 1) | States.ArrayPartition",
                "States.ArrayContains($.s, 1) | States.ArrayContains",
                "States.ArrayRange(1, 1001, 1) | States.ArrayRange",
                "States.ArrayRange(1, 2, 0.49) | States.ArrayRange",
                "States.ArrayRange('a', 2, 1) | States.ArrayRange",
                "States.ArrayRange(1, 2) | States.ArrayRange",
                "States.ArrayGetItem($.list, 3) | States.ArrayGetItem",
                "States.ArrayGetItem($.list, -1) | States.ArrayGetItem",
                "States.ArrayLength($.o) | States.ArrayLength",
                "States.ArrayUnique($.o) | States.ArrayUnique",
                "States.Base64Encode(1) | States.Base64Encode",
                "States.Hash('a', 'sha-256') | States.Hash",
                "States.JsonMerge($.o, $.list, false) | States.JsonMerge",
                "States.JsonMerge($.o, $.o, true) | States.JsonMerge",
                "States.MathRandom(1, 1) | States.MathRandom",
                "States.MathRandom(1.4, 1.6) | States.MathRandom",
                "States.MathRandom(1, 10, null) | States.MathRandom",
                "States.MathAdd(2147483647, 1) | States.MathAdd",
                "States.MathAdd(3000000000, 1) | States.MathAdd",
                "States.MathAdd('2', 1) | States.MathAdd",
                "States.StringSplit($.n, ',') | States.StringSplit",
            })
    void a_function_refuses_arguments_that_are_not_its_own(String text, String reason) {
        assertThatThrownBy(() -> evaluate(text)).isInstanceOfSatisfying(EvaluationException.class, e -> {
            assertThat(e.error()).isEqualTo("States.Runtime");
            assertThat(e.detail())
                    .isEqualTo("There was an error while evaluating the intrinsic function: " + text
                            + ". Invalid arguments in " + reason);
        });
    }

    @Test
    void a_template_with_braces_that_do_not_match_is_refused() {
        assertThatThrownBy(() -> evaluate("States.Format('Hello {', $.s)"))
                .hasMessage("States.Runtime: There was an error while evaluating the intrinsic function:"
                        + " States.Format('Hello {', $.s). Invalid template in States.Format: matching '}' not found"
                        + " for '{'.");
    }

    @Test
    void a_text_that_is_not_JSON_is_refused_in_the_words_of_the_parser() {
        assertThatThrownBy(() -> evaluate("States.StringToJson('{bad}')"))
                .hasMessage("States.Runtime: There was an error while evaluating the intrinsic function:"
                        + " States.StringToJson('{bad}'). Cannot convert String to Json in States.StringToJson, caused"
                        + " by: Unexpected character ('b' (code 98)): was expecting double-quote to start field name\n"
                        + " at [Source: REDACTED (`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION` disabled);"
                        + " line: 1, column: 2]");
        assertThatThrownBy(() -> evaluate("States.StringToJson('\n{\"a\": x')"))
                .hasMessageContaining("Unrecognized token 'x'")
                .hasMessageEndingWith("line: 2, column: 7]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "States.MathRandom(1, 5, 42) | 3",
                "States.MathRandom(5, 9, 42) | 7",
                "States.MathRandom(0, 1024, 7) | 748",
                "States.MathRandom(1, 100, 42) | 63",
                "States.MathRandom(1, 1000, 1) | 106",
                "States.MathRandom(2147483640, 2147483647, 1) | 2147483644",
            })
    void a_seeded_random_number_is_the_one_that_AWS_draws(String text, int expected) {
        assertThat(evaluate(text).intValue()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'n': 1, 'k': 2} | {'n': 3} | n k",
                "{'p': 1, 'k': 2} | {'p': 3} | p k",
                "{'value': 1} | {'fallback': 2, 'value': 3} | value fallback",
                "{'__proto__': 1} | {'x': 2} | x __proto__",
                "{'constant_in_literal': 1} | {'constant_input_field': 2} | constant_input_field constant_in_literal",
                "{'a': 1, 'b': 2, 'd': 3} | {'a': 1, 'c': 3, 'd': 4} | a b c d",
            })
    void merged_fields_are_in_the_order_in_which_AWS_writes_them(String first, String second, String names) {
        TestScope scope = TestScope.of("{'a': " + first + ", 'b': " + second + "}");

        assertThat(IntrinsicExpression.compile("States.JsonMerge($.a, $.b, false)")
                        .evaluate(scope)
                        .fieldNames())
                .toIterable()
                .containsExactly(names.split(" "));
    }

    @Test
    void a_seeded_random_number_may_span_more_than_an_int() {
        int drawn = evaluate("States.MathRandom(-2147483648, 2147483647, 5)").intValue();

        assertThat(drawn)
                .isEqualTo(evaluate("States.MathRandom(-2147483648, 2147483647, 5)")
                        .intValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"States.UUID('x')", "States.UUID(1, 2)", "States.UUID($.s)"})
    void the_arguments_of_a_UUID_are_ignored(String text) {
        assertThat(evaluate(text).textValue()).hasSize(36);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "States.Format('{}', $.nope) | The JsonPath argument for the field '$.nope' could not be found in the input '{\"other\":1}'",
                "States.Array(States.Array($.a.b)) | The JsonPath argument for the field '$.a.b' could not be found in the input '{\"other\":1}'",
                "States.Array($$.Nope.Deep) | The JsonPath argument for the field '$.Nope.Deep' could not be found in the input '{\"other\":1}'",
                "States.Array($.other[0]) | Filter: [0] can only be applied to arrays. Current context is: 1",
            })
    void a_missing_argument_is_told_with_the_whole_call(String text, String reason) {
        assertThatThrownBy(() -> IntrinsicExpression.compile(text).evaluate(TestScope.of("{'other': 1}")))
                .hasMessage("States.Runtime: The function '" + text + "' had the following error: " + reason);
    }

    @Test
    void an_index_past_the_end_is_a_missing_argument() {
        assertThatThrownBy(() -> evaluate("States.Array($.list[5])")).isInstanceOf(EvaluationException.class);
        assertThat(evaluate("States.Array($.nothing)")).isEqualTo(json("[null]"));
    }

    @Test
    void lengths_are_bounded() {
        TestScope long_ = TestScope.of("{'s': '" + "A".repeat(10_001) + "', 't': '" + "A".repeat(10_000) + "'}");
        for (String function :
                new String[] {"States.Base64Encode($.s)", "States.Base64Decode($.s)", "States.Hash($.s, 'MD5')"}) {
            assertThatThrownBy(() -> IntrinsicExpression.compile(function).evaluate(long_))
                    .isInstanceOf(EvaluationException.class);
            assertThat(IntrinsicExpression.compile(function.replace("$.s", "$.t"))
                            .evaluate(long_)
                            .isTextual())
                    .isTrue();
        }
        assertThat(evaluate("States.ArrayRange(1000, 1, -1)")).hasSize(1_000);
    }

    @Test
    void chance_comes_from_the_scope_and_an_equal_seed_gives_an_equal_number() {
        assertThat(evaluate("States.MathRandom(1, 100, 42)")).isEqualTo(evaluate("States.MathRandom(1, 100, 42)"));
        assertThat(IntStream.range(0, 500)
                        .map(i -> evaluate("States.MathRandom(1.6, 5.4)").intValue()))
                .contains(1, 2, 3, 4)
                .allMatch(value -> value >= 1 && value < 5);
        assertThat(evaluate("States.UUID()").textValue())
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(IntrinsicExpression.compile("States.UUID()").evaluate(TestScope.of("{}")))
                .isEqualTo(IntrinsicExpression.compile("States.UUID()").evaluate(TestScope.of("{}")));
    }

    @Test
    void quotes_and_braces_need_their_escapes_only_where_they_mean_something() {
        assertThat(evaluate("States.StringToJson('{\"a\": \"it\\'s\"}')")
                        .path("a")
                        .textValue())
                .isEqualTo("it's");
        assertThat(evaluate("States.Format('it\\'s \\\\ {}', $.s)")).isEqualTo(TextNode.valueOf("it's \\ text"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "States.Format",
                "States.Format(",
                "States.Format('a'",
                "States.Format('a)",
                "States.Format('a',)",
                "States.Format('a') more",
                " States.UUID()",
                "States.Unknown()",
                "Format('a')",
                "States.Format(a)",
                "States.Format(\"a\")",
                "States.Array([1])",
                "States.Array(.5)",
                "States.Array(1.)",
                "States.Array(nullx)",
                "States.Array($.a[)",
                "States.Format('He said, \\\"{}\\\"', 'x')",
                "States.Format('a\\nb')",
            })
    void what_is_no_call_does_not_compile(String text) {
        assertThatThrownBy(() -> IntrinsicExpression.compile(text)).isInstanceOf(ExpressionSyntaxException.class);
    }

    @Test
    void a_call_may_run_over_lines() {
        assertThat(evaluate("States.Array(\n\t1 ,\n 2\n) \n")).isEqualTo(json("[1, 2]"));
    }

    @Test
    void calls_nest_ten_deep() {
        assertThat(evaluate("States.Array(".repeat(10) + ")".repeat(10)).isArray())
                .isTrue();
        assertThatThrownBy(() -> IntrinsicExpression.compile("States.Array(".repeat(11) + ")".repeat(11)))
                .isInstanceOf(ExpressionSyntaxException.class);
        assertThatThrownBy(() -> IntrinsicExpression.compile("States.Array(".repeat(100_000)))
                .isInstanceOf(ExpressionSyntaxException.class);
    }

    @Test
    void a_path_argument_may_hold_commas_and_parentheses() {
        assertThat(evaluate("States.ArrayLength($.list[?(@ > 1)])")).isEqualTo(json("2"));
        assertThat(evaluate("States.Array($.list[0,1], $['s'])")).isEqualTo(json("[[1, 2], 'text']"));
        assertThat(evaluate("States.MathAdd($.list[(@.length-1)], 1)")).isEqualTo(json("4"));
    }
}
