package io.github.asltestkit.internal.expression.jsonata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonataReferencesTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '^',
            value = {
                "phone => phone",
                "phone.number => phone",
                "`a b`.c => a b",
                "\"phone\".number => phone",
                "$ => $",
                "$.total => $",
                "$$.total => $$",
                "$states.input.items[$$.limit > price] => $$",
                "$sum(total) => total",
                "{'k': total} => total",
                "[total] => total",
                "total in [1, 2] => total",
                "$map([1], function($v) { $v + total }) => total",
                "1 + (2 * total) => total",
                "$f(?, total) => total",
                "items^(price) => items",
                "order = 'a' ? 1 : 2 => order",
            })
    void finds_what_would_be_read_from_an_input_document(String expression, String reference) {
        assertThat(JsonataReferences.in(expression).unsupported()).containsExactly(reference);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$states.input.phone",
                "$order[total > 10]",
                "$order[$.total > 10]",
                "$order.items.(price * quantity)",
                "$order.items.{\"n\": name, 'p': $.price}",
                "$order.items{name: $sum(price)}",
                "$order.items^(>price, name).name",
                "$order.items.[name, price]",
                "$order.items.$uppercase(name)",
                "$order ~> |items|{'p': price * 2}, ['name']|",
                "$order.items@$i.$i.name",
                "$order.items#$i[$i = 1].name",
                "$match('(?:a)', /(?:total)[/]x/i)",
                "'total' & \"total\" /* total */",
                "function($x)<n:n>{ $x }(1)",
                "true and false or null = null",
                "$states.input.items[tags[$ = 'x']].sku",
                "1..3",
                "$sub := $substring(?, 0, 2)",
            })
    void leaves_alone_what_means_the_value_at_hand(String expression) {
        assertThat(JsonataReferences.in(expression).unsupported()).isEmpty();
    }
}
