package io.github.asltestkit.internal.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.Catcher;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.internal.expression.ExpressionSyntaxException;
import io.github.asltestkit.internal.expression.jsonpath.ReferencePath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** ResultPath is a Reference Path into the input, in a state and in each Catcher. */
final class ResultPathRule extends StateRule {

    @Override
    public List<RuleInfo> about() {
        return List.of(RuleInfo.error("ResultPath is a Reference Path into the input", "input-output-resultpath.html"));
    }

    @Override
    void check(State state, Findings findings) {
        if (!Expressions.isJsonPath(state)) {
            return;
        }
        check(state.fields().resultPath(), state.pointer(), findings);
        for (Catcher catcher : state.catchers()) {
            check(catcher.resultPath(), catcher.pointer(), findings);
        }
    }

    private static void check(@Nullable JsonNode path, String pointer, Findings findings) {
        String text = path == null ? null : path.textValue();
        if (text == null) {
            return;
        }
        try {
            ReferencePath.compileTarget(text);
        } catch (ExpressionSyntaxException e) {
            findings.unreadable(e.getMessage(), text, pointer + "/ResultPath", pointer + "/ResultPath");
        }
    }
}
