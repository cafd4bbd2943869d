package io.github.asltestkit.internal.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.Choice;
import io.github.asltestkit.definition.ChoiceRule;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.internal.expression.ExpressionSyntaxException;
import io.github.asltestkit.internal.expression.jsonpath.ReferencePath;
import java.util.List;

/** Variable, and what an operator that ends in Path is given, are Reference Paths. */
final class ComparisonRule extends StateRule {

    @Override
    public List<RuleInfo> about() {
        return List.of(RuleInfo.error(
                "Variable, and what an operator that ends in Path is given, are Reference Paths", "state-choice.html"));
    }

    @Override
    void check(State state, Findings findings) {
        if (state instanceof State.ChoiceState choose && Expressions.isJsonPath(state)) {
            for (Choice choice : choose.choices()) {
                Expressions.comparisons(choice.rule()).forEach(comparison -> check(comparison, findings));
            }
        }
    }

    private static void check(ChoiceRule.Comparison comparison, Findings findings) {
        path(comparison.variable(), comparison.pointer() + "/Variable", findings);
        JsonNode value = comparison.value();
        String operator = comparison.operator();
        if (operator.endsWith("Path") && value.isTextual()) {
            path(value.textValue(), comparison.pointer() + "/" + operator, findings);
        }
    }

    private static void path(String path, String pointer, Findings findings) {
        try {
            ReferencePath.compile(path);
        } catch (ExpressionSyntaxException e) {
            findings.unreadable(e.getMessage(), path, pointer, pointer);
        }
    }
}
