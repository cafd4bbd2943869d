package io.github.asltestkit.internal.mutation;

import com.fasterxml.jackson.databind.node.BooleanNode;
import io.github.asltestkit.definition.Transition;
import java.util.List;

/** The execution ends where {@code Next} led on. */
final class NextToEnd implements Operator {

    @Override
    public List<Change> changes(Site site) {
        Transition transition = site.state().transition();
        if (transition == null || transition.next() == null) {
            return List.of();
        }
        String next = site.at("Next");
        return List.of(site.change(
                "End instead of Next " + transition.next(),
                next,
                List.of(new Edit.Drop(next), new Edit.Put(site.at("End"), BooleanNode.TRUE)),
                "\"End\": true",
                Advice.path(site)));
    }
}
