package io.github.asltestkit.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.ChoiceRule;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A Choice rule as a diagram shows it: {@code $.total > 100}. */
final class RuleText implements ChoiceRule.Visitor<String> {
    private RuleText() {}

    static String of(ChoiceRule rule) {
        return rule.accept(new RuleText());
    }

    @Override
    public String condition(ChoiceRule.Condition rule) {
        return expression(rule.condition());
    }

    @Override
    public String and(ChoiceRule.And rule) {
        return joined(rule.rules(), " and ");
    }

    @Override
    public String or(ChoiceRule.Or rule) {
        return joined(rule.rules(), " or ");
    }

    @Override
    public String not(ChoiceRule.Not rule) {
        return "not (" + of(rule.rule()) + ")";
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

    @Override
    public String comparison(ChoiceRule.Comparison comparison) {
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
