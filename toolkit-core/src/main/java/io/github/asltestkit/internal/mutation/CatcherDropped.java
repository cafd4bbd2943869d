package io.github.asltestkit.internal.mutation;

import io.github.asltestkit.coverage.ItemKind;
import io.github.asltestkit.definition.Catcher;
import java.util.ArrayList;
import java.util.List;

/** A Catcher less. */
final class CatcherDropped implements Operator {

    @Override
    public List<Change> changes(Site site) {
        List<Change> changes = new ArrayList<>();
        List<Catcher> catchers = site.state().catchers();
        for (int i = 0; i < catchers.size(); i++) {
            Catcher catcher = catchers.get(i);
            int index = i;
            boolean alike = catcher.errorEquals().stream()
                    .allMatch(error -> Catchers.caughtAlikeWithout(catchers, index, error));
            changes.add(Change.drop(
                            site,
                            "drop Catch[" + i + "]",
                            catcher.pointer(),
                            Advice.caught(site, catcher.errorEquals().get(0), catcher.next()))
                    .equalIf(alike, EqualBecause.CAUGHT_ALIKE)
                    .reachedBy(ItemKind.CATCHER, catcher.pointer()));
        }
        return changes;
    }
}
