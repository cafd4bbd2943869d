package io.github.asltestkit.internal.mutation;

import io.github.asltestkit.definition.Choice;
import io.github.asltestkit.definition.ChoiceRule;
import io.github.asltestkit.definition.State;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
                choice.rule().accept(new Search("Choices[" + i + "]", found));
            }
        }
        return found;
    }

    private record Search(String where, List<Found> found) implements ChoiceRule.Visitor<@Nullable Void> {
        @Override
        public @Nullable Void condition(ChoiceRule.Condition rule) {
            return null;
        }

        @Override
        public @Nullable Void comparison(ChoiceRule.Comparison rule) {
            found.add(new Found(where, rule));
            return null;
        }

        @Override
        public @Nullable Void and(ChoiceRule.And rule) {
            rule.rules().forEach(part -> part.accept(this));
            return null;
        }

        @Override
        public @Nullable Void or(ChoiceRule.Or rule) {
            rule.rules().forEach(part -> part.accept(this));
            return null;
        }

        @Override
        public @Nullable Void not(ChoiceRule.Not rule) {
            return rule.rule().accept(this);
        }
    }
}
