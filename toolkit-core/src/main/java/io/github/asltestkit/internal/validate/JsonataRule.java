package io.github.asltestkit.internal.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.internal.expression.ExpressionSyntaxException;
import io.github.asltestkit.internal.expression.jsonata.JsonataTemplate;
import java.util.List;

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

    @Override
    public List<RuleInfo> about() {
        return List.of(
                RuleInfo.error(INVALID, "The text between {% and %} is JSONata", "transforming-data.html"),
                RuleInfo.error(
                        UNSUPPORTED,
                        "A JSONata expression reads from no input document: no $, no $$, no name at its top level; and"
                                + " $states.result and $states.errorOutput only where they are",
                        "https://states-language.net/spec.html#jsonata-restrictions"));
    }

    @Override
    void check(State state, Findings findings) {
        JsonataFields.forEachText(state, findings.json(state.pointer()), (pointer, text) -> {
            check(text, pointer, findings);
            checkStates(state, text, pointer, findings);
        });
    }

    /** AWS refuses a field of {@code $states} that is not there where the expression is (measured). */
    private static void checkStates(State state, JsonNode text, String pointer, Findings findings) {
        String field = pointer.substring(state.pointer().length());
        boolean atTheEnd = field.startsWith("/Output") || field.startsWith("/Assign");
        boolean withResult =
                state instanceof State.Task || state instanceof State.Parallel || state instanceof State.MapState;
        boolean hasResult = atTheEnd && withResult;
        boolean hasError = field.startsWith("/Catch/");
        for (String name : findings.jsonata().statesFields(text)) {
            if ((name.equals("result") && !hasResult) || (name.equals("errorOutput") && !hasError)) {
                findings.coded(UNSUPPORTED, "Field '$states." + name + "' does not exist.", pointer, null);
            }
        }
    }

    private static void check(JsonNode text, String pointer, Findings findings) {
        if (JsonataTemplate.isHalfOpen(text)) {
            if (Findings.isOpen(text.textValue())) {
                return;
            }
            findings.coded(INVALID, "A JSONata expression starts with '{%' and ends with '%}'", pointer, null);
            return;
        }
        try {
            findings.jsonata().check(text);
        } catch (ExpressionSyntaxException e) {
            if (Findings.isOpen(text.textValue())) {
                findings.unresolved(text.textValue(), pointer);
                return;
            }
            findings.coded(INVALID, String.valueOf(e.getMessage()), pointer, null);
            return;
        }
        if (Findings.isOpen(text.textValue())) {
            return;
        }
        for (String reference : findings.jsonata().unsupportedReferences(text)) {
            findings.coded(
                    UNSUPPORTED,
                    "Reference to '" + reference + "' at the top level is not supported.",
                    pointer,
                    "a JSONata expression reads $states.input, $states.context or a variable");
        }
    }
}
