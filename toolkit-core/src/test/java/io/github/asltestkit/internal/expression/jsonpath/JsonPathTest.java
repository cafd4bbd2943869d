package io.github.asltestkit.internal.expression.jsonpath;

import static io.github.asltestkit.internal.expression.TestScope.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import io.github.asltestkit.internal.expression.EvaluationException;
import io.github.asltestkit.internal.expression.ExpressionSyntaxException;
import io.github.asltestkit.internal.expression.TestScope;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPathTest {
    private static final TestScope SCOPE = TestScope.of(
                    "{'a': {'b': [1, 2, {'c': null}], 'd-e': 'x', 'f g': true}, 'n': null, 'words': [{'w': 'es', 'x': 1}, {'w': 'en'}], 'list': [{'v': 1}, {'v': 2}, {}]}")
            .withContext("{'Execution': {'Name': 'run'}}")
            .with("v", "{'x': [10, 20]}");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "$.a.b[0] | 1",
                "$.a.b[-1].c | null",
                "$['a']['d-e'] | 'x'",
                "$.a.d-e | 'x'",
                "$.a['f g'] | true",
                "$.a.b[2] | {'c':null}",
                "$.['a'].['b'].[1] | 2",
                "$.n | null",
                "$.list[*].v | [1,2]",
                "$..v | [1,2]",
                "$.list[0:2].v | [1,2]",
                "$.list[?(@.v > 1)] | [{'v':2}]",
                "$.list[?(@.v==2)].v | [2]",
                "$.a.b[0,1] | [1,2]",
                "$.words[?(@.w==es)].w | ['es']",
                "$.words[?(@.w == es && @.x != true)].w | ['es']",
                "$.list.length() | 3",
                "$$.Execution.Name | 'run'",
                "$v.x[1] | 20",
                "$v | {'x':[10,20]}",
            })
    void a_path_reads_what_it_names(String path, String expected) {
        assertThat(JsonPath.compile(path).evaluate(SCOPE)).isEqualTo(json(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$.no[*]", "$.no[1:2]", "$.no.more[:1].x", "$.no[?(@.x)]", "$..no", "$.list[?(@.v > 9)]"})
    void an_indefinite_path_that_finds_nothing_is_an_empty_array(String path) {
        assertThat(JsonPath.compile(path).evaluate(SCOPE)).isEqualTo(json("[]"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$.no | Invalid path '$.no' : No results for path: $['no']",
                "$.no.such.path | Invalid path '$.no.such.path' : Missing property in path $['no']",
                "$.a.no | Invalid path '$.a.no' : No results for path: $['a']['no']",
                "$$.no | Invalid path '$$.no' : No results for path: $['no']",
                "$.list[0][0] | Invalid path '$.list[0][0]' : Filter: [0] can only be applied to arrays. Current context is: {\"v\":1}",
            })
    void a_missing_path_fails_with_states_runtime(String path, String detail) {
        assertThatThrownBy(() -> JsonPath.compile(path).evaluate(SCOPE))
                .isInstanceOfSatisfying(EvaluationException.class, e -> {
                    assertThat(e.error()).isEqualTo("States.Runtime");
                    assertThat(e.detail()).isEqualTo(detail);
                });
    }

    @Test
    void a_missing_path_of_a_field_names_the_field_and_the_input() {
        TestScope scope = TestScope.of("{'other': 1}").withContext("{'C': 2}");

        assertThatThrownBy(() -> JsonPath.compile("$.nope.deep").evaluateField(scope, "missing.$"))
                .hasMessage("States.Runtime: The JSONPath '$.nope.deep' specified for the field 'missing.$'"
                        + " could not be found in the input '{\"other\":1}'");
        assertThatThrownBy(() -> JsonPath.compile("$$.nope").evaluateField(scope, "missing.$"))
                .hasMessage("States.Runtime: The JSONPath '$$.nope' specified for the field 'missing.$'"
                        + " could not be found in the input '{\"C\":2}'");
    }

    @Test
    void an_index_past_the_end_reads_as_null_but_is_not_present() {
        JsonPath path = JsonPath.compile("$.a.b[3]");

        assertThat(path.evaluate(SCOPE)).isEqualTo(json("null"));
        assertThat(path.tryEvaluate(SCOPE)).isNull();
        assertThat(JsonPath.compile("$.n").tryEvaluate(SCOPE)).isEqualTo(json("null"));
    }

    @Test
    void an_unknown_variable_is_missing() {
        assertThat(JsonPath.compile("$unknown.x").tryEvaluate(SCOPE)).isNull();
        assertThatThrownBy(() -> JsonPath.compile("$unknown").evaluate(SCOPE)).isInstanceOf(EvaluationException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "a", ".a", "@.a", "$.", "$a b", "$.a[", "$.a[0", "$.a]", "$.a['x", "$.a b", "$.a[?(", "$-x", "$.a.."
            })
    void what_is_no_path_does_not_compile(String path) {
        assertThatThrownBy(() -> JsonPath.compile(path)).isInstanceOf(ExpressionSyntaxException.class);
    }

    @Test
    void a_path_longer_than_the_bound_does_not_compile() {
        assertThatThrownBy(() -> JsonPath.compile("$" + ".a".repeat(5_000)))
                .isInstanceOf(ExpressionSyntaxException.class);
        assertThat(JsonPath.compile("$" + "[*]".repeat(600)).evaluate(SCOPE)).isEqualTo(json("[]"));
    }

    @Test
    void a_backslash_in_quotes_is_itself_but_for_one_before_the_quote() {
        TestScope scope = TestScope.of(
                JsonNodeFactory.instance.objectNode().put("Test\\\"\"Name\"", 1).put("it's", 2));

        assertThat(JsonPath.compile("$['Test\\\"\"Name\"']").evaluate(scope)).isEqualTo(json("1"));
        assertThat(JsonPath.compile("$['it\\'s']").evaluate(scope)).isEqualTo(json("2"));
    }

    @Test
    void blanks_after_a_path_do_not_count() {
        assertThat(JsonPath.compile("$.a.b[0] \n").evaluate(SCOPE)).isEqualTo(json("1"));
    }

    @Test
    void definiteness_is_that_of_the_path_and_not_of_what_it_finds() {
        assertThat(List.of("$", "$.a", "$['a'][0]", "$$.x", "$v.x"))
                .allMatch(path -> JsonPath.compile(path).isDefinite());
        assertThat(List.of("$..a", "$.a[*]", "$.a[0:1]", "$.a[?(@.b)]", "$.a[0,1]"))
                .noneMatch(path -> JsonPath.compile(path).isDefinite());
    }

    @Test
    void the_values_read_are_those_of_the_input_itself() {
        JsonNode input = SCOPE.input();

        assertThat(JsonPath.compile("$.a").evaluate(SCOPE)).isSameAs(input.get("a"));
        assertThat(JsonPath.compile("$.list[?(@.v==1)]").evaluate(SCOPE).get(0)).isSameAs(input.at("/list/0"));
    }

    @Test
    void the_direct_reading_agrees_with_the_library() {
        Configuration configuration = Configuration.builder()
                .jsonProvider(new JacksonJsonNodeJsonProvider())
                .build();
        String[] steps = {".a", ".b", "['c']", ".[0]", "[1]", "[-1]", "[-4]", ".d-e", ".list", ".v"};
        Random random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder path = new StringBuilder("$");
            for (int step = random.nextInt(5); step > 0; step--) {
                path.append(steps[random.nextInt(steps.length)]);
            }
            String text = path.toString();
            assertThat(read(JsonPath.compile(text))).as(text).isEqualTo(read(text, configuration));
        }
    }

    private static String read(JsonPath path) {
        try {
            return path.evaluate(SCOPE).toString();
        } catch (EvaluationException e) {
            return e.detail();
        }
    }

    private static String read(String path, Configuration configuration) {
        try {
            Object found = com.jayway.jsonpath.JsonPath.compile(path).read((Object) SCOPE.input(), configuration);
            return String.valueOf(found);
        } catch (JsonPathException e) {
            return "Invalid path '" + path + "' : " + e.getMessage();
        }
    }
}
