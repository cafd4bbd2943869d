package io.github.asltestkit.internal.expression.jsonpath;

import static io.github.asltestkit.internal.expression.TestScope.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.internal.expression.EvaluationException;
import io.github.asltestkit.internal.expression.ExpressionSyntaxException;
import io.github.asltestkit.internal.expression.TestScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferencePathTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'a':1} | $ | 9",
                "{'a':1} | $.a | {'a':9}",
                "{'a':1} | $.b | {'a':1,'b':9}",
                "{'a':{'x':1}} | $.a.b.c | {'a':{'x':1,'b':{'c':9}}}",
                "{'a':[1,2]} | $.a[1] | {'a':[1,9]}",
                "{'a':[{},{}]} | $.a[0].x | {'a':[{'x':9},{}]}",
                "{} | $['a b']['c'] | {'a b':{'c':9}}",
                "{} | $.a\\.b | {'a.b':9}",
                "{} | $.destroy-status | {'destroy-status':9}",
            })
    void a_result_is_put_where_the_path_says(String data, String path, String expected) {
        assertThat(ReferencePath.compileTarget(path).put(json(data), json("9"))).isEqualTo(json(expected));
    }

    @Test
    void only_what_is_on_the_path_is_copied() {
        JsonNode data = json("{'a': {'b': 1}, 'other': {'big': true}}");
        JsonNode copy = ReferencePath.compile("$.a.b").put(data, json("2"));

        assertThat(copy.get("other")).isSameAs(data.get("other"));
        assertThat(data).isEqualTo(json("{'a': {'b': 1}, 'other': {'big': true}}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'text' | $.a | Unable to apply step \"a\" to input \"text\"",
                "[1] | $.a | Unable to apply step \"a\" to input [1]",
                "{'a':1} | $.a.b | Unable to apply step \"b\" to input {\"a\":1}",
                "{'a':[1]} | $.a[1] | Unable to apply step \"[1]\" to input {\"a\":[1]}",
                "{} | $.a[0] | Unable to apply step \"[0]\" to input {}",
            })
    void a_value_without_such_a_place_is_a_conflict(String data, String path, String detail) {
        assertThatThrownBy(() -> ReferencePath.compile(path).put(json(data), json("9")))
                .isInstanceOfSatisfying(EvaluationException.class, e -> {
                    assertThat(e.error()).isEqualTo("States.ReferencePathConflict");
                    assertThat(e.detail()).isEqualTo(detail);
                });
    }

    @Test
    void a_missing_place_is_a_conflict_to_read() {
        ReferencePath path = ReferencePath.compile("$.discovery.objects");

        assertThatThrownBy(() -> path.evaluate(TestScope.of("{'discovery': {'statusCode': 500}}")))
                .hasMessage("States.ReferencePathConflict: Unable to apply step \"objects\" to input"
                        + " {\"discovery\":{\"statusCode\":500}}");
        assertThat(path.evaluate(TestScope.of("{'discovery': {'objects': []}}")))
                .isEqualTo(json("[]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "$.a[*]", "$..a", "$.a[0:1]", "$.a[?(@.b)]", "$.a,b", "$.a[", "$.a@b", "$.", "$.a()"})
    void what_may_name_several_places_is_no_reference_path(String path) {
        assertThatThrownBy(() -> ReferencePath.compile(path))
                .isInstanceOf(ExpressionSyntaxException.class)
                .hasMessageStartingWith("Value is not a Reference Path: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$$.a", "$variable", "$variable.a"})
    void a_result_is_put_into_the_input_only(String path) {
        assertThatThrownBy(() -> ReferencePath.compileTarget(path)).isInstanceOf(ExpressionSyntaxException.class);
    }
}
