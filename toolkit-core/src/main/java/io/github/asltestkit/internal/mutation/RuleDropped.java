package io.github.asltestkit.internal.mutation;

import io.github.asltestkit.definition.State;
import java.util.ArrayList;
import java.util.List;

/** A Choice rule less. */
final class RuleDropped implements Operator {

    @Override
    public List<Change> changes(Site site) {
        List<Change> changes = new ArrayList<>();
        if (site.state() instanceof State.ChoiceState choice) {
            for (int i = 0; i < choice.choices().size(); i++) {
                changes.add(Change.drop(
                        site, "drop Choices[" + i + "]", choice.choices().get(i).pointer(), Advice.path(site)));
            }
        }
        return changes;
    }
}
