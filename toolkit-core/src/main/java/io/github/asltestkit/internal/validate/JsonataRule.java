package io.github.asltestkit.internal.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.Catcher;
import io.github.asltestkit.definition.Choice;
import io.github.asltestkit.definition.ChoiceRule;
import io.github.asltestkit.definition.QueryLanguage;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.internal.expression.ExpressionSyntaxException;
import io.github.asltestkit.internal.expression.JsonataTemplate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands between <code>{%</code> and <code>%}</code> in a JSONata state is JSONata, and reads nothing from an input
 * document, which there is not.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html">Transforming data with
 *     JSONata in Step Functions</a>: a text that has one of the delimiters and not the other is a validation error
 */
final class JsonataRule extends StateRule {
    private static final String INVALID = "INVALID_JSONATA_EXPRESSION";
    private static final String UNSUPPORTED = "UNSUPPORTED_JSONATA_EXPRESSION";

    /** The fields that hold no expression, or states of their own. */
    private static final List<String> OTHERS = List.of(
            "Type",
            "Comment",
            "QueryLanguage",
            "Next",
            "Resource",
            "Retry",
            "Catch",
            "Choices",
            "Branches",
            "ItemProcessor",
            "Iterator");

    @Override
    void check(State state, Findings findings) {
        if (state.fields().queryLanguage() != QueryLanguage.JSONATA) {
            return;
        }
        findings.json(state.pointer()).properties().forEach(field -> {
            if (!OTHERS.contains(field.getKey())) {
                check(field.getValue(), state.pointer() + "/" + Findings.escape(field.getKey()), findings);
            }
        });
        for (Catcher catcher : Graphs.catchers(state)) {
            check(catcher.output(), catcher.pointer() + "/Output", findings);
            check(catcher.assign(), catcher.pointer() + "/Assign", findings);
        }
        if (state instanceof State.Choose choose) {
            for (Choice choice : choose.choices()) {
                check(choice.output(), choice.pointer() + "/Output", findings);
                check(choice.assign(), choice.pointer() + "/Assign", findings);
                if (choice.rule() instanceof ChoiceRule.Condition condition) {
                    check(condition.condition(), choice.pointer() + "/Condition", findings);
                }
            }
        }
    }

    private static void check(@Nullable JsonNode value, String pointer, Findings findings) {
        if (value == null) {
            return;
        }
        if (value.isTextual() && !Findings.isOpen(value.textValue())) {
            if (JsonataTemplate.isHalfOpen(value)) {
                findings.coded(INVALID, "A JSONata expression starts with '{%' and ends with '%}'", pointer, null);
                return;
            }
            try {
                JsonataTemplate.compile(value, pointer);
            } catch (ExpressionSyntaxException e) {
                findings.coded(INVALID, String.valueOf(e.getMessage()), pointer, null);
                return;
            }
            for (String reference : JsonataTemplate.unsupportedReferences(value)) {
                findings.coded(
                        UNSUPPORTED,
                        "Reference to '" + reference + "' at the top level is not supported.",
                        pointer,
                        "a JSONata expression reads $states.input, $states.context or a variable");
            }
        }
        value.properties()
                .forEach(field -> check(field.getValue(), pointer + "/" + Findings.escape(field.getKey()), findings));
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                check(value.get(i), pointer + "/" + i, findings);
            }
        }
    }
}
