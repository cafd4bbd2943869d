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
                found.addAll(choice.rule().accept(new Search("Choices[" + i + "]")));
            }
        }
        return found;
    }

    /** The comparisons in a rule, in the order of the definition. */
    private record Search(String where) implements ChoiceRule.Visitor<List<Found>> {
        @Override
        public List<Found> condition(ChoiceRule.Condition rule) {
            return List.of();
        }

        @Override
        public List<Found> comparison(ChoiceRule.Comparison rule) {
            return List.of(new Found(where, rule));
        }

        @Override
        public List<Found> and(ChoiceRule.And rule) {
            return within(rule.rules());
        }

        @Override
        public List<Found> or(ChoiceRule.Or rule) {
            return within(rule.rules());
        }

        @Override
        public List<Found> not(ChoiceRule.Not rule) {
            return rule.rule().accept(this);
        }

        private List<Found> within(List<ChoiceRule> rules) {
            return rules.stream().flatMap(rule -> rule.accept(this).stream()).toList();
        }
    }
}
