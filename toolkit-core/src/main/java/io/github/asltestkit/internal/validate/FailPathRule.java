package io.github.asltestkit.internal.validate;

import io.github.asltestkit.definition.State;
import io.github.asltestkit.internal.expression.ExpressionSyntaxException;
import io.github.asltestkit.internal.expression.jsonpath.PayloadTemplate;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * ErrorPath and CausePath are paths, or intrinsic functions that yield a string.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/state-fail.html">Fail state</a>
 */
final class FailPathRule extends StateRule {
    /** Compiled when it is first asked, which most definitions never do. */
    private static final class Functions {
        static final Pattern FUNCTION = Pattern.compile("\\s*(States\\.[A-Za-z0-9]+)");
    }

    private static final Set<String> OF_STRINGS = Set.of(
            "States.ArrayGetItem",
            "States.Base64Encode",
            "States.Base64Decode",
            "States.Format",
            "States.JsonToString",
            "States.Hash",
            "States.UUID");

    @Override
    public List<RuleInfo> about() {
        return List.of(RuleInfo.error(
                "ErrorPath and CausePath are paths, or intrinsic functions that return a string", "state-fail.html"));
    }

    @Override
    void check(State state, Findings findings) {
        if (state instanceof State.Fail fail && Expressions.isJsonPath(state)) {
            check("ErrorPath", fail.errorPath(), state, findings);
            check("CausePath", fail.causePath(), state, findings);
        }
    }

    private static void check(String field, @Nullable String text, State state, Findings findings) {
        if (text == null) {
            return;
        }
        String pointer = state.pointer() + "/" + field;
        try {
            PayloadTemplate.compilePathOrIntrinsic(text, field);
            Matcher function = Functions.FUNCTION.matcher(text);
            if (function.lookingAt() && !OF_STRINGS.contains(function.group(1))) {
                findings.error(
                        "The value for the field '" + field
                                + "' must be a valid JSONPath or a valid intrinsic function call that returns a string",
                        pointer);
            }
        } catch (ExpressionSyntaxException e) {
            findings.unreadable(e.getMessage(), text, pointer, pointer);
        }
    }
}
