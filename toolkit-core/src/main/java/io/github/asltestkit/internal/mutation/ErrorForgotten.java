package io.github.asltestkit.internal.mutation;

import io.github.asltestkit.coverage.ItemKind;
import io.github.asltestkit.definition.Catcher;
import io.github.asltestkit.definition.Retrier;
import io.github.asltestkit.internal.spec.ErrorMatcher;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of the names in {@code ErrorEquals} less. */
final class ErrorForgotten implements Operator {

    @Override
    public List<Change> changes(Site site) {
        List<Change> changes = new ArrayList<>();
        List<Retrier> retry = site.state().retry();
        for (int i = 0; i < retry.size(); i++) {
            Retrier retrier = retry.get(i);
            for (Change change : forget(site, "Retry[" + i + "]", retrier.pointer(), retrier.errorEquals(), null)) {
                // A Retrier that never retries is not told of when it matches.
                changes.add(
                        Retriers.attempts(retrier) == 0
                                ? change
                                : change.reachedBy(ItemKind.RETRIER, retrier.pointer()));
            }
        }
        List<Catcher> catchers = site.state().catchers();
        for (int i = 0; i < catchers.size(); i++) {
            Catcher catcher = catchers.get(i);
            List<Change> forgotten =
                    forget(site, "Catch[" + i + "]", catcher.pointer(), catcher.errorEquals(), catcher);
            for (int j = 0; j < forgotten.size(); j++) {
                boolean alike = Catchers.caughtAlikeWithout(
                        catchers, i, catcher.errorEquals().get(j));
                changes.add(forgotten
                        .get(j)
                        .equalIf(alike, EqualBecause.CAUGHT_ALIKE)
                        .reachedBy(ItemKind.CATCHER, catcher.pointer()));
            }
        }
        return changes;
    }

    private static List<Change> forget(
            Site site, String where, String pointer, List<String> names, @Nullable Catcher of) {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; names.size() > 1 && i < names.size(); i++) {
            String name = names.get(i);
            List<String> others = new ArrayList<>(names);
            others.remove(i);
            changes.add(Change.drop(
                            site,
                            "forget " + name + " in " + where,
                            pointer + "/ErrorEquals/" + i,
                            of == null ? Advice.retried(site, name) : Advice.caught(site, name, of.next()))
                    .equalIf(new ErrorMatcher(others).matches(name, false), EqualBecause.STILL_MATCHED));
        }
        return changes;
    }
}
