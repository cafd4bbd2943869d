package io.github.asltestkit.internal.mutation;

import io.github.asltestkit.definition.Choice;
import io.github.asltestkit.definition.ChoiceRule;
import io.github.asltestkit.definition.State;
import java.util.ArrayList;
import java.util.List;

/** The comparisons in the rules of a Choice state in JSONPath. */
final class Comparisons {
    private Comparisons() {}

    /**
     * A comparison.
     *
     * @param where whose it is, for a text: {@code Choices[1]}
     */
    record Found(String where, ChoiceRule.Comparison comparison) {
        String pointerOf(String field) {
            return comparison.pointer() + "/" + field;
        }
    }

    static List<Found> of(Site site) {
        List<Found> found = new ArrayList<>();
        if (site.state() instanceof State.ChoiceState state) {
            for (int i = 0; i < state.choices().size(); i++) {
                Choice choice = state.choices().get(i);
                add(choice.rule(), "Choices[" + i + "]", found);
            }
        }
        return found;
    }

    private static void add(ChoiceRule rule, String where, List<Found> found) {
        if (rule instanceof ChoiceRule.Comparison comparison) {
            found.add(new Found(where, comparison));
        } else if (rule instanceof ChoiceRule.And and) {
            and.rules().forEach(part -> add(part, where, found));
        } else if (rule instanceof ChoiceRule.Or or) {
            or.rules().forEach(part -> add(part, where, found));
        } else if (rule instanceof ChoiceRule.Not not) {
            add(not.rule(), where, found);
        }
    }
}
