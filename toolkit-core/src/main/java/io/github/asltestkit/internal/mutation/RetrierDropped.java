package io.github.asltestkit.internal.mutation;

import io.github.asltestkit.coverage.ItemKind;
import io.github.asltestkit.definition.Retrier;
import java.util.ArrayList;
import java.util.List;

/** A Retrier less. */
final class RetrierDropped implements Operator {

    @Override
    public List<Change> changes(Site site) {
        List<Change> changes = new ArrayList<>();
        List<Retrier> all = site.state().retry();
        for (int i = 0; i < all.size(); i++) {
            boolean never = Retriers.attempts(all.get(i)) == 0;
            String pointer = all.get(i).pointer();
            Change change = Change.drop(site, "drop Retry[" + i + "]", pointer, Advice.attempts(site))
                    .equalIf(never && i + 1 == all.size(), EqualBecause.NO_LATER_RETRIER);
            changes.add(never ? change : change.reachedBy(ItemKind.RETRIER, pointer));
        }
        return changes;
    }
}
