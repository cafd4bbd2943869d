package io.github.asltestkit.internal.mutation;

import com.fasterxml.jackson.databind.node.TextNode;
import io.github.asltestkit.coverage.ItemKind;
import io.github.asltestkit.definition.Catcher;
import io.github.asltestkit.definition.Transition;
import java.util.ArrayList;
import java.util.List;

/** A Catcher leads where the state leads when it succeeds. */
final class CatcherToSuccess implements Operator {

    @Override
    public List<Change> changes(Site site) {
        List<Change> changes = new ArrayList<>();
        Transition success = site.state().transition();
        List<Catcher> catchers = site.state().catchers();
        for (int i = 0; success != null && success.next() != null && i < catchers.size(); i++) {
            Catcher catcher = catchers.get(i);
            changes.add(Change.put(
                            site,
                            "Catch[" + i + "] leads to " + success.next() + " instead of " + catcher.next(),
                            catcher.pointer() + "/Next",
                            TextNode.valueOf(success.next()),
                            Advice.caught(site, catcher.errorEquals().get(0), catcher.next()))
                    .equalIf(catcher.next().equals(success.next()), EqualBecause.SAME_TARGET)
                    .reachedBy(ItemKind.CATCHER, catcher.pointer()));
        }
        return changes;
    }
}
