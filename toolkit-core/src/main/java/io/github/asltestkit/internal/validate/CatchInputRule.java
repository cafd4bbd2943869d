package io.github.asltestkit.internal.validate;

import io.github.asltestkit.definition.Catcher;
import io.github.asltestkit.definition.State;
import java.util.List;

/** A Catcher without ResultPath hands on the error output alone: what the state was given is lost. */
final class CatchInputRule extends StateRule {

    @Override
    public List<RuleInfo> about() {
        return List.of(RuleInfo.warning(
                "CATCH_LOSES_INPUT",
                "A Catcher has no ResultPath",
                "The error output replaces the whole input",
                "concepts-error-handling.html"));
    }

    @Override
    void check(State state, Findings findings) {
        if (!Expressions.isJsonPath(state)) {
            return;
        }
        for (Catcher catcher : state.catchers()) {
            if (catcher.resultPath() == null) {
                findings.warning(
                        "CATCH_LOSES_INPUT",
                        "Without a ResultPath, the error output replaces the whole input of '" + state.name() + "'",
                        catcher.pointer(),
                        "add \"ResultPath\": \"$.error\"");
            }
        }
    }
}
