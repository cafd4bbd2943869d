package io.github.asltestkit.internal.expression.jsonpath;

import static io.github.asltestkit.internal.expression.TestScope.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.internal.expression.ExpressionSyntaxException;
import io.github.asltestkit.internal.expression.TestScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayloadTemplateTest {
    private static final TestScope SCOPE = TestScope.of("{'x': 1, 'y': [2, 3]}")
            .withContext("{'State': {'Name': 'S'}}")
            .with("v", "{'w': 4}");

    @Test
    void fields_that_end_in_dollar_are_replaced_at_any_depth() {
        JsonNode template = json("{'a.$': '$.x', 'b': {'c': [{'d.$': '$.y[1]'}, '$.x', 7]}, 'e.$': '$$.State.Name',"
                + " 'f.$': '$v.w', 'g.$': 'States.MathAdd($.x, $v.w)', 'h': '$.x'}");

        assertThat(PayloadTemplate.compile(template, "Parameters").evaluate(SCOPE))
                .isEqualTo(json("{'a': 1, 'b': {'c': [{'d': 3}, '$.x', 7]}, 'e': 'S', 'f': 4, 'g': 5, 'h': '$.x'}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'id.$': '$.x', 'firstSku.$': '$.x'} | firstSku id",
                "{'position.$': '$.x', 'color.$': '$.x', 'region.$': '$.x'} | color position region",
                "{'accountId.$': '$.x', 'callerArn.$': '$.x', 'principalId.$': '$.x'} | accountId principalId callerArn",
                "{'b.$': '$.x', 'z': 1, 'a.$': '$.x', 'y': {'q.$': '$.x'}} | z y a b",
                "{'z': 1, 'a': 2} | z a",
                "{'k13.$': '$.x', 'k12.$': '$.x', 'k11.$': '$.x', 'k10.$': '$.x', 'k9.$': '$.x', 'k8.$': '$.x', 'k7.$': '$.x',"
                        + " 'k6.$': '$.x', 'k5.$': '$.x', 'k4.$': '$.x', 'k3.$': '$.x', 'k2.$': '$.x', 'k1.$': '$.x'}"
                        + " | k1 k2 k3 k4 k11 k5 k10 k6 k13 k7 k12 k8 k9",
            })
    void fields_come_out_in_the_order_in_which_AWS_writes_them(String template, String names) {
        JsonNode payload = PayloadTemplate.compile(json(template), "Parameters").evaluate(SCOPE);

        assertThat(payload.fieldNames()).toIterable().containsExactly(names.split(" "));
    }

    @Test
    void what_does_not_change_is_shared() {
        JsonNode template = json("{'a.$': '$', 'fixed': {'deep': [1, {'b': 2}]}}");
        JsonNode payload = PayloadTemplate.compile(template, "Parameters").evaluate(SCOPE);

        assertThat(payload.get("fixed")).isSameAs(template.get("fixed"));
        assertThat(payload.get("a")).isSameAs(SCOPE.input());
        JsonNode constant = json("{'a': [1]}");
        assertThat(PayloadTemplate.compile(constant, "Parameters").evaluate(SCOPE))
                .isSameAs(constant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'a.$': 'no path'} | /a.$ | The value for the field 'a.$' must be a valid JSONPath or a valid intrinsic function call",
                "{'a': [{'b/c.$': '$.['}]} | /a/0/b~1c.$ | The value for the field 'b/c.$' must be a valid JSONPath or a valid intrinsic function call",
                "{'a.$': 'States.Nothing()'} | /a.$ | The value for the field 'a.$' must be a valid JSONPath or a valid intrinsic function call",
                "{'a.$': 1} | /a.$ | The value for the field 'a.$' must be a STRING that contains a JSONPath but was an NUMBER",
                "{'a.$': '$', 'a': 1} | /a | The field 'a' occurs both with and without '.$'",
            })
    void a_field_that_cannot_be_evaluated_is_refused_at_its_place(String template, String pointer, String message) {
        assertThatThrownBy(() -> PayloadTemplate.compile(json(template), "Parameters"))
                .isInstanceOfSatisfying(ExpressionSyntaxException.class, e -> {
                    assertThat(e.pointer()).isEqualTo(pointer);
                    assertThat(e).hasMessage(message);
                });
    }

    @Test
    void a_missing_path_is_told_with_the_name_of_the_field() {
        assertThatThrownBy(() -> PayloadTemplate.compile(json("{'deep': {'value.$': '$.no'}}"), "Parameters")
                        .evaluate(TestScope.of("{}")))
                .hasMessage("States.Runtime: The JSONPath '$.no' specified for the field 'value.$'"
                        + " could not be found in the input '{}'");
        assertThatThrownBy(() -> PayloadTemplate.compilePathOrIntrinsic("$.no", "CausePath")
                        .evaluate(TestScope.of("{}")))
                .hasMessage("States.Runtime: The JSONPath '$.no' specified for the field 'CausePath'"
                        + " could not be found in the input '{}'");
    }
}
