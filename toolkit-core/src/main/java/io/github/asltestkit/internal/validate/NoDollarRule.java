package io.github.asltestkit.internal.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.State;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A field of a template that looks like an expression and does not end in {@code .$}: AWS's own warning.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_ValidateStateMachineDefinitionDiagnostic.html">
 *     ValidateStateMachineDefinitionDiagnostic</a>
 */
final class NoDollarRule extends StateRule {
    /** Compiled when it is first asked, which most definitions never do. */
    private static final class Expression {
        static final Pattern EXPRESSION =
                Pattern.compile("\\$\\$?[.\\[].+|States\\.[A-Za-z0-9]+\\(.*\\)", Pattern.DOTALL);
    }

    @Override
    public List<RuleInfo> about() {
        return List.of(
                RuleInfo.warning(
                        "NO_DOLLAR",
                        "A field of a template looks like an expression, and its name does not end in .$",
                        "It is taken as text; a warning of AWS",
                        "https://docs.aws.amazon.com/step-functions/latest/apireference/API_ValidateStateMachineDefinitionDiagnostic.html"));
    }

    @Override
    void check(State state, Findings findings) {
        Expressions.templates(state)
                .forEach((pointer, template) -> Expressions.forEachField(template, pointer, (at, field) -> {
                    // The CDK's EvaluateExpression: the function that it calls evaluates the expression itself.
                    boolean evaluated = template.has("expressionAttributeValues") && at.equals(pointer + "/expression");
                    if (!evaluated) {
                        check(field, at, findings);
                    }
                }));
    }

    private static void check(Map.Entry<String, JsonNode> field, String at, Findings findings) {
        String text = field.getValue().textValue();
        if (text != null
                && !field.getKey().endsWith(".$")
                && Expression.EXPRESSION.matcher(text).matches()) {
            findings.warning(
                    "NO_DOLLAR",
                    "The value of '" + field.getKey() + "' looks like an expression but is taken as text",
                    at,
                    "name the field '" + field.getKey() + ".$'");
        }
    }
}
