package io.github.asltestkit.internal.validate;

import io.github.asltestkit.definition.State;
import java.util.List;

/** Where no rule matches and there is no Default, the execution fails with States.Runtime. */
final class ChoiceDefaultRule extends StateRule {

    @Override
    public List<RuleInfo> about() {
        return List.of(RuleInfo.warning(
                "CHOICE_WITHOUT_DEFAULT",
                "A Choice has no Default",
                "Where no rule matches, the execution fails with States.Runtime",
                "state-choice.html"));
    }

    @Override
    void check(State state, Findings findings) {
        if (state instanceof State.ChoiceState choose && choose.defaultState() == null) {
            findings.warning(
                    "CHOICE_WITHOUT_DEFAULT",
                    "If no rule of '" + state.name() + "' matches, the execution fails with States.Runtime",
                    state.pointer(),
                    "add a Default");
        }
    }
}
