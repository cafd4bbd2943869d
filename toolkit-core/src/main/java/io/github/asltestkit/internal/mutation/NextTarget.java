package io.github.asltestkit.internal.mutation;

import com.fasterxml.jackson.databind.node.TextNode;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.definition.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code Next} leads to another state: past the one that follows, if that one has a successor, or else to any. */
final class NextTarget implements Operator {

    @Override
    public List<Change> changes(Site site) {
        List<Change> changes = new ArrayList<>();
        Transition transition = site.state().transition();
        if (transition != null && transition.next() != null) {
            add(site, transition.next(), "Next", changes);
        }
        if (site.state() instanceof State.ChoiceState choice) {
            for (int i = 0; i < choice.choices().size(); i++) {
                add(site, choice.choices().get(i).next(), "Choices/" + i + "/Next", changes);
            }
            if (choice.defaultState() != null) {
                add(site, choice.defaultState(), "Default", changes);
            }
        }
        return changes;
    }

    private static void add(Site site, String target, String field, List<Change> changes) {
        String other = other(site, target);
        if (other != null) {
            String what = field.startsWith("Choices/") ? "Next of Choices[" + field.split("/", -1)[1] + "]" : field;
            changes.add(Change.put(
                    site,
                    what + " " + other + " instead of " + target,
                    site.at(field),
                    TextNode.valueOf(other),
                    Advice.path(site)));
        }
    }

    private static @Nullable String other(Site site, String target) {
        State next = site.graph().states().get(target);
        if (next == null) {
            return null;
        }
        Set<String> own = site.state().successors();
        List<String> candidates = new ArrayList<>(next.successors());
        candidates.addAll(site.graph().states().keySet());
        return candidates.stream()
                .filter(name -> !own.contains(name) && !name.equals(site.name()))
                .filter(site.graph().states()::containsKey)
                .findFirst()
                .or(() -> own.stream().filter(name -> !name.equals(target)).findFirst())
                .orElse(null);
    }
}
