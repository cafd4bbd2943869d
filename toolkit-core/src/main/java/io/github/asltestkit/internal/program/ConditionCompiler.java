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
final class ConditionCompiler implements ChoiceRule.Visitor<Condition> {

    private final String location;

    private ConditionCompiler(String location) {
        this.location = location;
    }

    /**
     * Compiles a rule.
     *
     * @param location where its {@code Condition} stands, such as {@code Choices[0]/Condition}
     */
    static Condition compile(ChoiceRule rule, String location) {
        return rule.accept(new ConditionCompiler(location));
    }

    @Override
    public Condition condition(ChoiceRule.Condition rule) {
        return jsonata(rule.condition(), location);
    }

    @Override
    public Condition comparison(ChoiceRule.Comparison rule) {
        return ChoiceOperators.compile(rule.variable(), rule.operator(), rule.value());
    }

    @Override
    public Condition and(ChoiceRule.And rule) {
        List<Condition> all = compileAll(rule.rules());
        return scope -> all.stream().allMatch(condition -> condition.test(scope));
    }

    @Override
    public Condition or(ChoiceRule.Or rule) {
        List<Condition> any = compileAll(rule.rules());
        return scope -> any.stream().anyMatch(condition -> condition.test(scope));
    }

    @Override
    public Condition not(ChoiceRule.Not rule) {
        Condition inner = rule.rule().accept(this);
        return scope -> !inner.test(scope);
    }

    private List<Condition> compileAll(List<ChoiceRule> rules) {
        return rules.stream().map(rule -> rule.accept(this)).toList();
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
