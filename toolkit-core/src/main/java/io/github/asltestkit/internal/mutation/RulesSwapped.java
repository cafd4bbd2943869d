package io.github.asltestkit.internal.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.Choice;
import io.github.asltestkit.definition.ChoiceRule;
import io.github.asltestkit.definition.State;
import java.util.ArrayList;
import java.util.List;

/** Two Choice rules, one after the other, are asked the other way round. */
final class RulesSwapped implements Operator {

    @Override
    public List<Change> changes(Site site) {
        List<Change> changes = new ArrayList<>();
        if (site.state() instanceof State.ChoiceState state) {
            for (int i = 0; i + 1 < state.choices().size(); i++) {
                Choice one = state.choices().get(i);
                Choice other = state.choices().get(i + 1);
                JsonNode tree = site.definition().json();
                changes.add(site.change(
                                "ask Choices[" + (i + 1) + "] before Choices[" + i + "]",
                                one.pointer(),
                                List.of(new Edit.SwapWithNext(one.pointer())),
                                tree.at(other.pointer()) + ", " + tree.at(one.pointer()),
                                Advice.path(site))
                        .equalIf(areNeverBothTrue(one.rule(), other.rule()), EqualBecause.NEVER_BOTH)
                        .equalIf(leadTheSameWay(one, other), EqualBecause.SAME_WAY));
            }
        }
        return changes;
    }

    private static boolean areNeverBothTrue(ChoiceRule one, ChoiceRule other) {
        return one instanceof ChoiceRule.Comparison first
                && other instanceof ChoiceRule.Comparison second
                && first.variable().equals(second.variable())
                && first.operator().endsWith("Equals")
                && first.operator().equals(second.operator())
                && !first.value().equals(second.value())
                && isOneValue(first.operator());
    }

    /** Whether only one value makes a comparison true. */
    private static boolean isOneValue(String operator) {
        return operator.equals("StringEquals") || operator.equals("BooleanEquals") || operator.equals("NumericEquals");
    }

    private static boolean leadTheSameWay(Choice one, Choice other) {
        return one.next().equals(other.next())
                && one.assign() == null
                && other.assign() == null
                && one.output() == null
                && other.output() == null
                && one.rule() instanceof ChoiceRule.Comparison
                && other.rule() instanceof ChoiceRule.Comparison;
    }
}
