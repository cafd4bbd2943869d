package io.github.asltestkit.internal.generate;

import io.github.asltestkit.internal.shape.Origin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A place in what a scenario says: in the input, in what a state's call returns, or in the error that it fails with.
 *
 * @param root where it is
 * @param state the JSON pointer of the state whose call it is; empty for the input
 * @param steps the steps from there: names, indices and {@link Origin#EACH}
 */
record Slot(Root root, String state, List<Object> steps) {

    /** Where a place is. */
    enum Root {
        INPUT,
        RESULT,
        ERROR
    }

    /** The last name on the way to it; what the value is called. */
    String name() {
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (steps.get(i) instanceof String name) {
                return name;
            }
        }
        return root == Root.INPUT ? "input" : state.substring(state.lastIndexOf('/') + 1);
    }

    boolean isElement() {
        return !steps.isEmpty() && !(steps.get(steps.size() - 1) instanceof String);
    }

    /** The place behind a step. */
    Slot at(Object step) {
        List<Object> all = new ArrayList<>(steps);
        all.add(step);
        return new Slot(root, state, List.copyOf(all));
    }

    /** The places that a value comes from, as far as they are places of a scenario. */
    static Set<Slot> of(Origin origin) {
        Set<Slot> all = new LinkedHashSet<>();
        origin.accept(new Collector(all));
        return all;
    }

    /** What computes a value; null if it is no such value. */
    static Origin.@Nullable Computed computed(Origin origin) {
        if (origin instanceof Origin.Several several) {
            return several.origins().stream()
                    .map(Slot::computed)
                    .filter(Objects::nonNull)
                    .min(Comparator.comparing(String::valueOf))
                    .orElse(null);
        }
        return origin instanceof Origin.Computed computed ? computed : null;
    }

    private record Collector(Set<Slot> all) implements Origin.Visitor<Set<Slot>> {
        private Set<Slot> add(Root root, String state, List<Object> steps) {
            all.add(new Slot(root, state, steps));
            return all;
        }

        @Override
        public Set<Slot> input(Origin.Input origin) {
            return add(Root.INPUT, "", origin.steps());
        }

        @Override
        public Set<Slot> result(Origin.Result origin) {
            return add(Root.RESULT, origin.state(), origin.steps());
        }

        @Override
        public Set<Slot> errorOutput(Origin.ErrorOutput origin) {
            return add(Root.ERROR, origin.state(), origin.steps());
        }

        @Override
        public Set<Slot> context(Origin.Context origin) {
            return all;
        }

        @Override
        public Set<Slot> written(Origin.Written origin) {
            return all;
        }

        @Override
        public Set<Slot> computed(Origin.Computed origin) {
            return all;
        }

        @Override
        public Set<Slot> several(Origin.Several origin) {
            origin.origins().stream()
                    .sorted(Comparator.comparing(String::valueOf))
                    .forEach(each -> each.accept(this));
            return all;
        }

        @Override
        public Set<Slot> unknown(Origin.Unknown origin) {
            return all;
        }
    }
}
