package io.github.asltestkit.internal.program;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.ChoiceRule;
import io.github.asltestkit.internal.expression.Condition;
import io.github.asltestkit.internal.expression.EvaluationException;
import io.github.asltestkit.internal.expression.Expression;
import io.github.asltestkit.internal.expression.jsonata.JsonataTemplate;
import io.github.asltestkit.internal.expression.jsonpath.ChoiceOperators;
import java.util.List;

/** Compiles the tests of Choice rules. */
final class ConditionCompiler {

    private ConditionCompiler() {}

    /**
     * Compiles a rule.
     *
     * @param location where its {@code Condition} stands, such as {@code Choices[0]/Condition}
     */
    static Condition compile(ChoiceRule rule, String location) {
        if (rule instanceof ChoiceRule.Condition condition) {
            return jsonata(condition.condition(), location);
        }
        if (rule instanceof ChoiceRule.And and) {
            List<Condition> all = compileAll(and.rules(), location);
            return scope -> all.stream().allMatch(condition -> condition.test(scope));
        }
        if (rule instanceof ChoiceRule.Or or) {
            List<Condition> any = compileAll(or.rules(), location);
            return scope -> any.stream().anyMatch(condition -> condition.test(scope));
        }
        if (rule instanceof ChoiceRule.Not not) {
            Condition inner = compile(not.rule(), location);
            return scope -> !inner.test(scope);
        }
        ChoiceRule.Comparison comparison = (ChoiceRule.Comparison) rule;
        return ChoiceOperators.compile(comparison.variable(), comparison.operator(), comparison.value());
    }

    private static List<Condition> compileAll(List<ChoiceRule> rules, String location) {
        return rules.stream().map(rule -> compile(rule, location)).toList();
    }

    private static Condition jsonata(JsonNode condition, String location) {
        if (condition.isBoolean()) {
            boolean value = condition.booleanValue();
            return scope -> value;
        }
        Expression expression = JsonataTemplate.compile(condition, location);
        return scope -> {
            JsonNode value = expression.evaluate(scope);
            if (!value.isBoolean()) {
                throw EvaluationException.query(
                        NumberFields.unexpectedType(location, condition.asText(), "boolean", value), location);
            }
            return value.booleanValue();
        };
    }
}
