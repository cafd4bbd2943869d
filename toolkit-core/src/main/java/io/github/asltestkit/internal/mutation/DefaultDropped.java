package io.github.asltestkit.internal.mutation;

import io.github.asltestkit.definition.State;
import java.util.List;

/** A Choice state fails where {@code Default} led on. */
final class DefaultDropped implements Operator {

    @Override
    public List<Change> changes(Site site) {
        return site.state() instanceof State.ChoiceState choice && choice.defaultState() != null
                ? List.of(Change.drop(site, "drop Default", site.at("Default"), Advice.path(site)))
                : List.of();
    }
}
