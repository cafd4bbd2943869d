package io.github.asltestkit.internal.expression.jsonpath;

import static io.github.asltestkit.internal.expression.TestScope.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.asltestkit.internal.expression.Condition;
import io.github.asltestkit.internal.expression.ExpressionSyntaxException;
import io.github.asltestkit.internal.expression.TestScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChoiceOperatorsTest {

    private static boolean test(String variable, String operator, String value) {
        return ChoiceOperators.compile("$.v", operator, json(value))
                .test(TestScope.of(
                        "{'v': " + variable + ", 'other': " + (operator.endsWith("Path") ? 0 : value) + "}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'a' | StringEquals | 'a' | true",
                "'a' | StringEquals | 'A' | false",
                "1 | StringEquals | '1' | false",
                "'a' | StringLessThan | 'b' | true",
                "'b' | StringLessThanEquals | 'b' | true",
                "'B' | StringGreaterThan | 'A' | true",
                "'B' | StringGreaterThanEquals | 'C' | false",
                "1 | NumericEquals | 1.0 | true",
                "'1' | NumericEquals | 1 | false",
                "1 | NumericLessThan | 1.5 | true",
                "9007199254740993 | NumericGreaterThan | 9007199254740992 | true",
                "true | BooleanEquals | true | true",
                "'true' | BooleanEquals | true | false",
                "'2016-03-14T01:59:00Z' | TimestampEquals | '2016-03-14T02:59:00+01:00' | true",
                "'2016-03-14' | TimestampEquals | '2016-03-14T02:59:00Z' | false",
                "'2016-03-14T01:59:00.5Z' | TimestampGreaterThan | '2016-03-14T01:59:00Z' | true",
                "null | IsNull | true | true",
                "0 | IsNull | false | true",
                "1.5 | IsNumeric | true | true",
                "'' | IsString | true | true",
                "false | IsBoolean | true | true",
                "'2016-03-14T01:59:00Z' | IsTimestamp | true | true",
                "'2016-03-14T01:59:00' | IsTimestamp | true | false",
                "'2016-03-14t01:59:00z' | IsTimestamp | true | false",
                "'2016-13-14T01:59:00Z' | IsTimestamp | false | true",
                "1 | IsPresent | true | true",
                "null | IsPresent | true | true",
            })
    void an_operator_compares_values_of_its_own_type(String variable, String operator, String value, boolean expected) {
        assertThat(test(variable, operator, value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "foo23.log | foo*.log | true",
                "zebra.log | *.log | true",
                "foobar.zebra | foo*.* | true",
                "foo | foo | true",
                "foo | * | true",
                "aXbXc | a*b*c | true",
                "ab | a*b*b | false",
                "a*b | a\\*b | true",
                "axb | a\\*b | false",
                "a\\b | a\\\\b | true",
                "abab | *ab | true",
                "aba | ab*ba | false",
                "a.b | a?b | false",
            })
    void only_the_star_means_something_in_string_matches(String text, String pattern, boolean expected) {
        assertThat(new StringPattern(pattern).matches(text)).isEqualTo(expected);
    }

    @Test
    void an_open_backslash_in_string_matches_is_refused() {
        assertThatThrownBy(() -> ChoiceOperators.compile("$.v", "StringMatches", json("'a\\\\b'")))
                .isInstanceOfSatisfying(
                        ExpressionSyntaxException.class,
                        e -> assertThat(e.pointer()).isEqualTo("/StringMatches"));
    }

    @Test
    void a_path_is_compared_to_a_path_and_to_variables_and_the_context() {
        TestScope scope = TestScope.of("{'a': 1, 'b': 2}").with("v", "2").withContext("{'x': 2}");

        assertThat(ChoiceOperators.compile("$.a", "NumericLessThanPath", json("'$.b'"))
                        .test(scope))
                .isTrue();
        assertThat(ChoiceOperators.compile("$v", "NumericEqualsPath", json("'$$.x'"))
                        .test(scope))
                .isTrue();
    }

    @Test
    void what_a_numeric_path_names_is_read_as_a_number() {
        Condition condition = ChoiceOperators.compile("$.left", "NumericGreaterThanPath", json("'$.right'"));

        assertThat(condition.test(TestScope.of("{'left': 7, 'right': [6]}"))).isTrue();
        assertThat(condition.test(TestScope.of("{'left': 8, 'right': false}"))).isTrue();
        assertThat(condition.test(TestScope.of("{'left': {}, 'right': 1}"))).isFalse();
    }

    @Test
    void a_missing_path_is_false_for_is_present_and_a_failure_for_all_others() {
        TestScope scope = TestScope.of("{'list': []}");

        assertThat(ChoiceOperators.compile("$.no", "IsPresent", json("true")).test(scope))
                .isFalse();
        assertThat(ChoiceOperators.compile("$.no.more", "IsPresent", json("false"))
                        .test(scope))
                .isTrue();
        assertThat(ChoiceOperators.compile("$.list[0]", "IsPresent", json("true"))
                        .test(scope))
                .isFalse();
        for (String operator : ChoiceOperators.operators()) {
            if (!operator.equals("IsPresent")) {
                assertThatThrownBy(() -> ChoiceOperators.compile("$.no", operator, json(valueFor(operator)))
                                .test(scope))
                        .as(operator)
                        .hasMessage("States.Runtime: Invalid path '$.no': The choice state's condition path references"
                                + " an invalid value.");
            }
        }
    }

    private static String valueFor(String operator) {
        if (operator.endsWith("Path")) {
            return "'$'";
        }
        if (operator.startsWith("Is") || operator.startsWith("Boolean")) {
            return "true";
        }
        if (operator.startsWith("Numeric")) {
            return "1";
        }
        return operator.startsWith("Timestamp") ? "'2016-03-14T01:59:00Z'" : "'a'";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "StringEquals | 1",
                "NumericEquals | '1'",
                "BooleanEquals | 'true'",
                "TimestampEquals | '2016'",
                "IsPresent | 'true'",
                "StringEqualsPath | 'x'",
                "StringLike | 'x'",
                "BooleanLessThan | true",
            })
    void a_value_of_another_type_than_the_operators_does_not_compile(String operator, String value) {
        assertThatThrownBy(() -> ChoiceOperators.compile("$.v", operator, json(value)))
                .isInstanceOfSatisfying(
                        ExpressionSyntaxException.class,
                        e -> assertThat(e.pointer()).isEqualTo("/" + operator));
    }

    @Test
    void there_are_thirty_nine_operators() {
        assertThat(ChoiceOperators.operators()).hasSize(39);
    }
}
