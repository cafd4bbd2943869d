package io.github.asltestkit.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.ChoiceRule;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A Choice rule as a diagram shows it: {@code $.total > 100}. */
final class RuleText {
    private RuleText() {}

    static String of(ChoiceRule rule) {
        if (rule instanceof ChoiceRule.Condition condition) {
            return expression(condition.condition());
        }
        if (rule instanceof ChoiceRule.Comparison comparison) {
            return comparison(comparison);
        }
        if (rule instanceof ChoiceRule.And and) {
            return joined(and.rules(), " and ");
        }
        if (rule instanceof ChoiceRule.Or or) {
            return joined(or.rules(), " or ");
        }
        return "not (" + of(((ChoiceRule.Not) rule).rule()) + ")";
    }

    private static String expression(JsonNode condition) {
        String text = condition.asText().strip();
        boolean marked = text.startsWith("{%") && text.endsWith("%}") && text.length() >= 4;
        return marked ? text.substring(2, text.length() - 2).strip() : text;
    }

    private static String joined(List<ChoiceRule> rules, String by) {
        return rules.stream()
                .map(rule -> rule instanceof ChoiceRule.Or || rule instanceof ChoiceRule.And
                        ? "(" + of(rule) + ")"
                        : of(rule))
                .collect(Collectors.joining(by));
    }

    private static String comparison(ChoiceRule.Comparison comparison) {
        String operator = comparison.operator();
        String variable = comparison.variable();
        if (operator.startsWith("Is")) {
            String what = operator.substring(2).toLowerCase(Locale.ROOT);
            return variable + (comparison.value().asBoolean() ? " is " : " is not ") + what;
        }
        String plain = operator.endsWith("Path") ? operator.substring(0, operator.length() - 4) : operator;
        String value = operator.endsWith("Path")
                ? comparison.value().asText()
                : comparison.value().toString();
        return variable + sign(plain) + value;
    }

    private static String sign(String operator) {
        if (operator.endsWith("GreaterThanEquals")) {
            return " >= ";
        }
        if (operator.endsWith("LessThanEquals")) {
            return " <= ";
        }
        if (operator.endsWith("GreaterThan")) {
            return " > ";
        }
        if (operator.endsWith("LessThan")) {
            return " < ";
        }
        return operator.endsWith("Matches") ? " matches " : " = ";
    }
}
