package io.github.asltestkit.internal.validate;

import io.github.asltestkit.definition.State;

/** Where no rule matches and there is no Default, the execution fails with States.NoChoiceMatched. */
final class ChoiceDefaultRule extends StateRule {

    @Override
    void check(State state, Findings findings) {
        if (state instanceof State.Choose choose && choose.defaultState() == null) {
            findings.warning(
                    "CHOICE_WITHOUT_DEFAULT",
                    "If no rule of '" + state.name() + "' matches, the execution fails with States.NoChoiceMatched",
                    state.pointer(),
                    "add a Default");
        }
    }
}
