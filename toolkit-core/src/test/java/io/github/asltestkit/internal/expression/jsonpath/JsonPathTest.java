package io.github.asltestkit.internal.expression.jsonpath;

import static io.github.asltestkit.internal.expression.TestScope.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.asltestkit.internal.expression.EvaluationException;
import io.github.asltestkit.internal.expression.ExpressionSyntaxException;
import io.github.asltestkit.internal.expression.TestScope;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPathTest {
    private static final TestScope SCOPE = TestScope.of(
                    "{'a': {'b': [1, 2, {'c': null}], 'd-e': 'x', 'f g': true}, 'n': null, 'words': [{'w': 'es', 'x': 1}, {'w': 'en'}], 'list': [{'v': 1}, {'v': 2}, {}]}")
            .withContext("{'Execution': {'Name': 'run'}}")
            .with("v", "{'x': [10, 20]}");

    private static final TestScope DIALECT =
            TestScope.of("{'books': [{'v': 8, 'c': 'ref'}, {'v': 12, 'c': 'fic', 'a': true}, {'v': 22, 'a': false}],"
                    + " 'rows': [{'id': 1, 'session': null}, {'id': 2, 'session': {'x': 1}}, {'id': 3}], 'n': null, 's': 'es',"
                    + " 'limit': 8, 'matrix': [[1, 2], [3]], 'deep': {'a b': ['first'], 'list': {'length()': 'a field'},"
                    + " 'a,b': 'comma'}}");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "$.a.b[0] | 1",
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

    /** Measured on AWS (K01), or on json-path 2.0.0, which all that was measured on AWS fits, and no later release. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "$.books[(@.length-1)].v | 22",
                "$.books[(@.length - 2)].v | 12",
                "$.books[(@.size()-3)].v | 8",
                "$..books[(@.length-1)] | [{'v':22,'a':false}]",
                "$.books[-2:].v | [12,22]",
                "$.books[:-1].v | [8,12]",
                "$.books[0:-1] | []",
                "$.books[1,7] | [{'v':12,'c':'fic','a':true},null]",
                "$.books[7] | null",
                "$['n', 's'] | {'n':null,'s':'es'}",
                "$['s','none'] | {'s':'es'}",
                "$.books[*]['v','c'] | [{'v':8,'c':'ref'},{'v':12,'c':'fic'},{'v':22}]",
                "$.books[*].c | ['ref','fic']",
                "$.books[*].none | []",
                "$.books[?(@.c)].v | [8,12]",
                "$.books[?(!@.c)].v | [22]",
                "$.books[?(@.c != 'ref')].v | [12]",
                "$.books[?(@.v != 12)].v | [8,22]",
                "$.books[?(@.c == fic)].v | [12]",
                "$.books[?(@.c == 'fic')].v | [12]",
                "$.books[?(@.v == '12')].v | [12]",
                "$.books[?(@.v == 'x')] | []",
                "$.books[?(@.v != 'x')].v | [8,12,22]",
                "$.books[?(@.v < 'x')] | []",
                "$.books[?(@.a == true)].v | [12]",
                "$.books[?('fic' == @.c)].v | [12]",
                "$.books[?(9 < @.v)] | []",
                "`$.books[?(@.v >= 12 && @.v <= 12 || @.v == $.limit)].v` | [8,12]",
                "`$.books[?((@.v == 8 || @.v == 12) && @.c)].v` | [8,12]",
                "$.books[?(@.c =~ /F.*/i)].v | [12]",
                "$.books[?(@.c =~ /F.*/)].v | []",
                "$.rows[?(@.session)].id | [2]",
                "$.rows[?(!@.session)].id | [1,3]",
                "$.rows[?(@.session == null)].id | [1]",
                "$.rows[?(@.session != null)].id | [2]",
                "$.rows[?(@.session.x == 1)].id | [2]",
                "$.rows[?(@.id[0] == 1)] | []",
                "$.rows[0:3].session | []",
                "$..x | [1]",
                "$..[?(@.x)] | [{'x':1}]",
                "$.limit[?(@.v)] | []",
                "$.matrix[*][*] | [1,2,3]",
                "$..[0] | [{'v':8,'c':'ref'},{'id':1,'session':null},[1,2],1,3,'first']",
                "$.deep.['a b'][*] | ['first']",
                "$.deep.list.length() | 'a field'",
                "$.deep.a,b | 'comma'",
            })
    void a_path_answers_as_AWS_does(String path, String expected) {
        assertThat(JsonPath.compile(path).evaluate(DIALECT)).isEqualTo(json(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "$.books[-1] | Index out of bounds when evaluating path $['books'][-1]",
                "$.books[-1].v | Index out of bounds when evaluating path $['books'][-1]",
                "$.books.length() | Property ['length()'] not found in path $['books']",
                "$.matrix.sum() | Property ['sum()'] not found in path $['matrix']",
                "$.deep.keys() | No results for path: $['deep']['keys()']",
                "$.books[7].v | Property ['v'] not found in path $['books'][7]",
                "$.none[(@.length-1)] | Missing property in path $['none']",
                "$.n[0] | The path $['n'] is null",
                "$.s[0] | Filter: [0] can only be applied to arrays. Current context is: es",
                "$.limit[0].x | Filter: [0]['x'] can only be applied to arrays. Current context is: 8",
                "$['n', 's'].v | Multi properties can only be used as path leafs: $['n', 's']",
                "$.rows[0]['id', 's'].v | Multi properties can only be used as path leafs: $['rows'][0]['id', 's']",
            })
    void a_path_that_finds_nothing_says_so_in_the_words_of_AWS(String path, String reason) {
        assertThatThrownBy(() -> JsonPath.compile(path).evaluate(DIALECT))
                .hasMessage("States.Runtime: Invalid path '" + path + "' : " + reason);
        assertThat(JsonPath.compile(path).tryEvaluate(DIALECT)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$.a[?(@.x in ['a', 'b'])]",
                "$.a[?(@.b[*])]",
                "$.a[?(@..b == 1)]",
                "$.a[?(x)]",
                "$.a[?(@.x == !@.y)]",
                "$.a[?(@.x && )]",
                "$.a[?(@.x =~ /[/)]",
                "$.a[?@.x]",
                "$.a[()]",
                "$.a[:]",
                "$.a[1:2:3]",
                "$.a[@.length-1]",
                "$.a[99999999999]",
                "$.a['b' 'c']",
            })
    void a_path_of_another_dialect_does_not_compile(String path) {
        assertThatThrownBy(() -> JsonPath.compile(path)).isInstanceOf(ExpressionSyntaxException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$.list.append(9)",
                "$.list[?(@.v)]",
                "$..*",
                "$['list', 'n']",
                "$.list[*]['v', 'w']",
                "$.a.b.concat($.a)",
                "$.list.append($.list)"
            })
    void a_path_changes_nothing(String path) {
        TestScope scope = TestScope.of(SCOPE.input().deepCopy());

        for (int i = 0; i < 3; i++) {
            JsonPath.compile(path).tryEvaluate(scope);
        }

        assertThat(scope.input()).isEqualTo(SCOPE.input());
    }

    @Test
    void a_slow_regular_expression_ends() {
        TestScope scope = TestScope.of("{'list': [{'a': '" + "a".repeat(200) + "'}]}");

        assertThatThrownBy(() ->
                        JsonPath.compile("$.list[?(@.a =~ /.*.*.*.*.*.*b/)]").evaluate(scope))
                .hasMessage("States.Runtime: A regular expression of a JSONPath reads too many characters");
    }

    @Test
    void a_path_that_looks_at_the_same_values_again_and_again_ends() {
        TestScope scope = TestScope.of("{'a':".repeat(200) + "1" + "}".repeat(200));

        assertThatThrownBy(() -> JsonPath.compile("$..*..*..*..*..*").evaluate(scope))
                .hasMessage("States.Runtime: A JSONPath looks at more than 10000000 values");
    }
}
